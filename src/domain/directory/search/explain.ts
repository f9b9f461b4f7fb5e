import { formTerm, formText } from "#domain/directory/search/dictionary.ts";
import type { Way } from "#domain/directory/search/expand-phrases.ts";
import { countIn, FIELDS } from "#domain/directory/search/fields.ts";
import type { Slot } from "#domain/directory/search/interpret.ts";
import { slotIdf } from "#domain/directory/search/match-slots.ts";
import type { Merit } from "#domain/directory/search/merit.ts";
import type { ExplainedPart, Explanation } from "#domain/directory/search/query.ts";
import type { Snapshot } from "#domain/directory/search/snapshot.ts";
import type { Weights } from "#domain/directory/search/weights.ts";
import { countTables, lengthNorms } from "#domain/directory/search/word-score.ts";

type Explained = { readonly interpretation: { readonly slots: readonly Slot[] }; readonly merit: Merit };

/** Why a record stands where it stands: every way in which it holds a word, with its fields and score, and the multipliers. */
export function explain(
	{ interpretation, merit }: Explained,
	snapshot: Snapshot,
	record: number,
	weights: Weights,
): Explanation {
	const { words, nameBonus, nearness, freshness } = merit.parts(record);
	return {
		score: rounded(words * (1 + nameBonus) * nearness * freshness),
		all_words: merit.holdsAll(record),
		words: interpretation.slots.flatMap((slot) =>
			slot.ways.flatMap((way) => explainWay(slot, way, snapshot, record, weights) ?? []),
		),
		name_bonus: rounded(nameBonus),
		nearness: rounded(nearness),
		freshness,
	};
}

function explainWay(slot: Slot, way: Way, snapshot: Snapshot, record: number, weights: Weights): ExplainedPart | null {
	const posting = postingOf(snapshot, way.term, record);
	if (posting === 0) return null;
	const { low, high } = countTables(weights);
	const often = (low[posting & 255] ?? 0) + (high[posting >>> 8] ?? 0);
	const norm = lengthNorms(snapshot, weights)[record] ?? 0;
	const fields = Object.fromEntries(
		FIELDS.map((name, field) => [name, countIn(posting, field)] as const).filter(([, count]) => count > 0),
	);
	return {
		word: slot.word,
		found: termName(snapshot, way.term),
		how: way.how,
		fields,
		score: rounded((slotIdf(slot, snapshot) * way.factor * (weights.k1 + 1) * often) / (often + norm)),
	};
}

function postingOf({ postings }: Snapshot, term: number, record: number): number {
	let low = postings.offsets[term] ?? 0;
	let high = postings.offsets[term + 1] ?? 0;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((postings.records[middle] ?? 0) < record) low = middle + 1;
		else high = middle;
	}
	return low < (postings.offsets[term + 1] ?? 0) && postings.records[low] === record ? (postings.counts[low] ?? 0) : 0;
}

function termName(snapshot: Snapshot, term: number): string {
	const { dictionary, meta, values, phrases } = snapshot;
	const tag = term - meta.first_tag_term;
	if (tag >= 0 && tag < meta.tags) return `${values[tag]?.group}: ${values[tag]?.name}`;
	for (let form = 0; form < dictionary.terms.length; form += 1)
		if (formTerm(dictionary, form) === term) return formText(dictionary, form);
	return (
		phrases()
			.partsOf.get(term)
			?.map((part) => termName(snapshot, part))
			.join(" ") ?? ""
	);
}

function rounded(value: number): number {
	return Math.round(value * 1000) / 1000;
}
