import { type PackedIndex, unpackRarity, unpackRows } from "#domain/answers/packed-index.ts";
import type { Reading } from "#domain/answers/read-question.ts";

/** What a text says of each subject. */
export type Evidence = {
	/** The learnt score of each subject; the last is of messages that no answer fits. */
	readonly learnt: Float64Array;
	/** The lexical score of each subject. */
	readonly lexical: Float64Array;
	/** The share of the text, by weight, that the content knows the words of: 0 to 1. */
	readonly known: number;
};

export type Scorer = {
	readonly score: (reading: Reading) => Evidence;
	/** The stems that the content knows, with how rare each is. */
	readonly stems: ReadonlyMap<string, number>;
};

const plainRe = /^[a-z]+$/;

/** What a word that the content does not know counts among those it does. */
const UNKNOWN_WORD = 7;
/** Fewer features than this are too few to share a lexical score among. */
const FEWEST_SHARED = 4;

/** Makes the packed index ready; scoring is one pass over the features of a text. */
export function createScorer(packed: PackedIndex): Scorer {
	const placeOf = new Map(packed.features.split("\n").map((name, place) => [name, place]));
	const rarity = unpackRarity(packed.rarity);
	const learntRows = unpackRows(packed.learnt);
	const lexicalRows = unpackRows(packed.lexical);
	const width = packed.subjects.length;

	const stems = new Map(
		[...placeOf].filter(([name]) => plainRe.test(name)).map(([name, place]) => [name, rarity[place] ?? 0]),
	);

	return { score, stems };

	function score({ features, typed }: Reading): Evidence {
		const learnt = new Float64Array(width);
		const lexical = new Float64Array(width);
		let norm = 0;
		let shared = 0;
		for (const feature of features) {
			const place = placeOf.get(feature);
			if (place === undefined) continue;
			norm += (rarity[place] ?? 0) ** 2;
			addRow(learnt, learntRows, place);
			if (addRow(lexical, lexicalRows, place)) shared += 1;
		}
		const scale = 1 / (Math.sqrt(norm) || 1);
		const share = 1 / Math.sqrt(Math.max(FEWEST_SHARED, shared));
		for (let subject = 0; subject < width; subject += 1) {
			learnt[subject] = (learnt[subject] ?? 0) * scale + (packed.biases[subject] ?? 0);
			lexical[subject] = (lexical[subject] ?? 0) * share;
		}
		return { learnt, lexical, known: knownShare(typed) };
	}

	function knownShare(typed: readonly string[]): number {
		let known = 0;
		let unknown = 0;
		for (const stem of new Set(typed)) {
			const place = placeOf.get(stem);
			if (place === undefined) unknown += UNKNOWN_WORD;
			else known += rarity[place] ?? 0;
		}
		return known + unknown === 0 ? 0 : known / (known + unknown);
	}
}

function addRow(into: Float64Array, rows: ReturnType<typeof unpackRows>, place: number): boolean {
	const from = rows.start[place] ?? 0;
	const to = rows.start[place + 1] ?? from;
	for (let at = from; at < to; at += 1) {
		const subject = rows.subject[at] ?? 0;
		into[subject] = (into[subject] ?? 0) + (rows.weight[at] ?? 0);
	}
	return to > from;
}
