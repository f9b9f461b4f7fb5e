import { stem } from "#domain/directory/search/stem.ts";
import { wordsOf } from "#domain/directory/search/words.ts";

/** Phrases by their stems, for finding the longest one that starts at a place. */
export type PhraseTree = {
	readonly next: Map<string, PhraseTree>;
	/** The name that the phrase ending here stands for. */
	name?: string;
};

export type PhraseMatch = { readonly name: string; readonly length: number };

/** Builds the tree of named phrases. Where two names share a phrase, the first keeps it. */
export function phraseTree(phrases: Readonly<Record<string, readonly string[]>>): PhraseTree {
	const root: PhraseTree = { next: new Map() };
	for (const [name, list] of Object.entries(phrases))
		for (const phrase of list) {
			let node = root;
			for (const word of wordsOf(phrase)) {
				const key = stem(word);
				const known = node.next.get(key) ?? { next: new Map() };
				node.next.set(key, known);
				node = known;
			}
			if (node !== root) node.name ??= name;
		}
	return root;
}

/** The longest phrase that starts at `from` in a row of stems; null when none does. */
export function phraseAt(tree: PhraseTree, stems: readonly string[], from: number): PhraseMatch | null {
	let node = tree;
	let found: PhraseMatch | null = null;
	for (let at = from; at < stems.length; at += 1) {
		const next = node.next.get(stems[at] ?? "");
		if (!next) break;
		node = next;
		if (node.name !== undefined) found = { name: node.name, length: at - from + 1 };
	}
	return found;
}

/** How many phrases of each name stand in a row of stems, none counted within another. */
export function countPhrases(tree: PhraseTree, stems: readonly string[]): ReadonlyMap<string, number> {
	const counts = new Map<string, number>();
	for (let at = 0; at < stems.length; ) {
		const match = phraseAt(tree, stems, at);
		if (match) counts.set(match.name, (counts.get(match.name) ?? 0) + 1);
		at += match?.length ?? 1;
	}
	return counts;
}
