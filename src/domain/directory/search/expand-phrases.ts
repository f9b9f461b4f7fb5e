import { WORD_KINDS } from "#domain/directory/search/lexicon.ts";
import { EXPANSIONS, type Expansion, type Target } from "#domain/directory/search/phrase-book.ts";
import { type Found, widest } from "#domain/directory/search/phrase-finder.ts";
import type { QueryWord } from "#domain/directory/search/query-words.ts";
import type { Snapshot } from "#domain/directory/search/snapshot.ts";
import type { Weights } from "#domain/directory/search/weights.ts";

/** One way to find a word of the question, and what it counts. */
export type Way = {
	readonly term: number;
	readonly factor: number;
	readonly how: string;
	/** False where it only lifts records that hold the word in another way. */
	readonly finds: boolean;
};

/** A word of the question, looked up. */
export type Resolved = {
	readonly word: QueryWord;
	readonly kind: number;
	readonly ways: readonly Way[];
	/** What stands for the word where phrases are looked for; empty for a word nobody knows. */
	readonly stream: readonly number[];
	readonly corrected: string | null;
};

/** Further ways for a word, and what its own ways still count beside them. */
export type PhraseExpansion = {
	readonly ways: readonly Way[];
	readonly ownFactor: number;
	/** The word is weak by itself, but all that a telling phrase has: "low" in "feeling low". */
	readonly telling: boolean;
};

/**
 * Finds the phrases of a question and what else they stand for. Every word of a phrase gets its ways, so that a record
 * found through the phrase holds all of them. Of meanings, only those of the longest phrase count.
 */
export function expandPhrases(
	resolved: readonly Resolved[],
	snapshot: Snapshot,
	weights: Weights,
): ReadonlyMap<number, PhraseExpansion> {
	const stream: number[] = [];
	const owner: number[] = [];
	resolved.forEach((word, index) => {
		for (const term of word.word.quoted || word.stream.length === 0 ? [-1] : word.stream) {
			stream.push(term);
			owner.push(index);
		}
	});
	const found: Found<readonly Target[]>[] = [];
	snapshot.phrases().find(stream, (value, from, to) => {
		// "Childcare for" is read as "child care for", but nobody who says it speaks of caring for somebody.
		const splits = owner[from - 1] === owner[from] || owner[to] === owner[to - 1];
		if (!splits) found.push({ value, from, to });
	});
	const wide = new Set(widest(found));
	const expanded = new Map<number, { ways: Way[]; ownFactor: number; telling: boolean }>();
	for (const match of found) {
		const words = [...new Set(owner.slice(match.from, match.to))];
		const carrying = words.filter((index) => (resolved[index]?.kind ?? 0) < WORD_KINDS.small);
		const targets = match.value.filter(({ how }) => how === EXPANSIONS.phrase || wide.has(match));
		if (targets.length === 0) continue;
		for (const index of carrying.length > 0 ? carrying : words.slice(0, 1)) {
			const entry = expanded.get(index) ?? { ways: [], ownFactor: 1, telling: false };
			expanded.set(index, entry);
			// A word that had to be corrected takes its doubt along.
			const typed = Math.max(0, ...(resolved[index]?.ways ?? []).map((way) => way.factor)) || 1;
			for (const { term, how } of targets)
				entry.ways.push({ term, factor: factorOf(how, weights) * typed, how: NAMES[how], finds: true });
			const stands = words.length > 1 && targets.some(({ how }) => how === EXPANSIONS.means || how === EXPANSIONS.tag);
			if (stands) entry.ownFactor = weights.expansions.insidePhrase;
			const same = words.length > 1 && targets.some(({ how }) => how === EXPANSIONS.same);
			if ((stands || same) && carrying.every((each) => resolved[each]?.kind !== WORD_KINDS.plain)) entry.telling = true;
		}
	}
	return expanded;
}

const NAMES: Readonly<Record<Expansion, string>> = {
	0: "phrase",
	1: "same",
	2: "means",
	3: "tag",
	4: "kin",
	5: "hint",
};

function factorOf(how: Expansion, { expansions }: Weights): number {
	switch (how) {
		case EXPANSIONS.phrase:
			return expansions.phrase;
		case EXPANSIONS.same:
			return expansions.same;
		case EXPANSIONS.means:
			return expansions.means;
		case EXPANSIONS.tag:
			return expansions.tag;
		case EXPANSIONS.kin:
			return expansions.kin;
		case EXPANSIONS.hint:
			return expansions.hint;
	}
}
