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

/** Up to so many words a message that names a need looks for it, whatever else it says. */
const SHORT = 7;

/**
 * Finds the needs that a message looks for ("any food banks near us?"), in the order in which they are said, at most three. A
 * longer message looks for something only where one of the words `looking` stands in it: a story names many things.
 */
export function createNeedsSaid(
	needs: readonly SayableNeed[],
	looking: readonly string[],
): (text: string) => readonly string[] {
	const cues = phraseTree({ looking });
	const tree: PhraseTree = phraseTree(
		Object.fromEntries(needs.map(({ id, families_say, services_say }) => [id, [...families_say, ...services_say]])),
	);
	return (text) => {
		const stems = wordsOf(text).map(stem);
		if (stems.length > SHORT && !stems.some((_, at) => phraseAt(cues, stems, at))) return [];
		const found = new Set<string>();
		for (let at = 0; at < stems.length; ) {
			const match = phraseAt(tree, stems, at);
			if (match) found.add(match.name);
			at += match?.length ?? 1;
		}
		return [...found].slice(0, MOST_NEEDS);
	};
}
