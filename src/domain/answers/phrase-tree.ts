import { stem } from "#domain/directory/search/stem.ts";
import { wordsOf } from "#domain/directory/search/words.ts";

/** Phrases by their stems, for finding the longest one that starts at a place. */
export type PhraseTree = {
	readonly next: Map<string, PhraseTree>;
	/** The names that the phrase ending here stands for. */
	readonly names: string[];
};

export type PhraseMatch = { readonly name: string; readonly length: number };

export type NamedPhrases = Readonly<Record<string, readonly string[]>>;

/** The same phrases as stems between spaces, which a tree is made of without stemming anew. */
export function stemmedPhrases(phrases: NamedPhrases): NamedPhrases {
	return Object.fromEntries(
		Object.entries(phrases).map(([name, list]) => [name, list.map((phrase) => stemsOf(phrase).join(" "))]),
	);
}

function stemsOf(phrase: string): readonly string[] {
	return wordsOf(phrase).map(stem);
}

/** Builds the tree of named phrases. Two names may share a phrase. */
export function phraseTree(phrases: NamedPhrases, stems: (phrase: string) => readonly string[] = stemsOf): PhraseTree {
	const root: PhraseTree = { next: new Map(), names: [] };
	for (const [name, list] of Object.entries(phrases))
		for (const phrase of list) {
			let node = root;
			for (const key of stems(phrase)) {
				const known = node.next.get(key) ?? { next: new Map(), names: [] };
				node.next.set(key, known);
				node = known;
			}
			if (node !== root && !node.names.includes(name)) node.names.push(name);
		}
	return root;
}

/** The longest phrase that starts at `from` in a row of stems, by its first name; null when none does. */
export function phraseAt(tree: PhraseTree, stems: readonly string[], from: number): PhraseMatch | null {
	let found: PhraseMatch | null = null;
	for (const match of phrasesAt(tree, stems, from)) if (match.length !== found?.length) found = match;
	return found;
}

/** Every phrase that starts at `from`, shorter ones first. */
export function* phrasesAt(tree: PhraseTree, stems: readonly string[], from: number): Generator<PhraseMatch> {
	let node = tree;
	for (let at = from; at < stems.length; at += 1) {
		const next = node.next.get(stems[at] ?? "");
		if (!next) return;
		node = next;
		for (const name of node.names) yield { name, length: at - from + 1 };
	}
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
