import { type PhraseTree, phraseAt, phraseTree } from "#domain/answers/phrase-tree.ts";
import { stem } from "#domain/directory/search/stem.ts";
import { wordsOf } from "#domain/directory/search/words.ts";

/** A need with the words that families and services have for it. */
export type SayableNeed = {
	readonly id: string;
	readonly parent?: string | undefined;
	readonly families_say: readonly string[];
	readonly services_say: readonly string[];
};

/** More would be a story, not something to look for. */
const MOST_NEEDS = 3;

/** Finds the needs that a message names ("any food banks near us?"), in the order in which they are said, at most three. */
export function createNeedsSaid(needs: readonly SayableNeed[]): (text: string) => readonly string[] {
	const tree: PhraseTree = phraseTree(
		Object.fromEntries(needs.map(({ id, families_say, services_say }) => [id, [...families_say, ...services_say]])),
	);
	return (text) => {
		const stems = wordsOf(text).map(stem);
		const found = new Set<string>();
		for (let at = 0; at < stems.length; ) {
			const match = phraseAt(tree, stems, at);
			if (match) found.add(match.name);
			at += match?.length ?? 1;
		}
		return [...found].slice(0, MOST_NEEDS);
	};
}
