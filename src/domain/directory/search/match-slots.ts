import { ABOUT_MASK, FIELD_COUNT, FIELDS, MOST_COUNTED, NAME_MASK } from "#domain/directory/search/fields.ts";
import type { Slot } from "#domain/directory/search/interpret.ts";
import { phrasePostings } from "#domain/directory/search/phrase-postings.ts";
import type { Snapshot } from "#domain/directory/search/snapshot.ts";
import type { Weights } from "#domain/directory/search/weights.ts";

/**
 * Which records hold the words of a question, and how well. The arrays are the snapshot's own working space, one
 * entry per record: read them before the next question is asked.
 */
export type Matches = {
	/** Records that hold any word, in no order; the first `count` entries. */
	readonly touched: Uint16Array;
	readonly count: number;
	readonly score: Float64Array;
	/** Bit s: holds slot s. Bit 16 + s: in a field that says what the record is about. */
	readonly held: Uint32Array;
	/** How many slots stand in its name. */
	readonly inName: Uint8Array;
};

/** Scores every record for every slot: BM25 with the fields' weights, the best way of each slot, the slots added up. */
export function matchSlots(slots: readonly Slot[], snapshot: Snapshot, weights: Weights): Matches {
	const space = snapshot.workspace();
	const { touched, score, held, inName, best, slotRecords } = space;
	for (let index = 0; index < space.used; index += 1) {
		const record = touched[index] ?? 0;
		score[record] = 0;
		held[record] = 0;
		inName[record] = 0;
	}
	let count = 0;
	const { low, high } = countTables(weights);
	const norms = lengthNorms(snapshot, weights);
	const k1 = weights.k1;
	slots.forEach((slot, number) => {
		const idf = slotIdf(slot, snapshot);
		const bit = 1 << number;
		const aboutBit = 1 << (16 + number);
		let found = 0;
		for (const way of waysOf(slot, snapshot)) {
			const { records, counts, from, to } = way;
			const gain = idf * way.factor * (k1 + 1);
			for (let at = from; at < to; at += 1) {
				const record = records[at] ?? 0;
				const posting = counts[at] ?? 0;
				const often = (low[posting & 255] ?? 0) + (high[posting >>> 8] ?? 0);
				const value = (gain * often) / (often + (norms[record] ?? 0));
				const before = held[record] ?? 0;
				if (before === 0) {
					touched[count] = record;
					count += 1;
				}
				if ((before & bit) === 0) {
					slotRecords[found] = record;
					found += 1;
					best[record] = value;
					held[record] = before | bit | ((posting & ABOUT_MASK) !== 0 ? aboutBit : 0);
				} else {
					const known = best[record] ?? 0;
					best[record] = value > known ? value + known * weights.secondFind : known + value * weights.secondFind;
					if ((posting & ABOUT_MASK) !== 0) held[record] = before | aboutBit;
				}
				// Bit 7 marks that this slot has been counted for the name already.
				if ((posting & NAME_MASK) !== 0) inName[record] = (inName[record] ?? 0) | 128;
			}
		}
		for (let index = 0; index < found; index += 1) {
			const record = slotRecords[index] ?? 0;
			score[record] = (score[record] ?? 0) + (best[record] ?? 0);
			const named = inName[record] ?? 0;
			if ((named & 128) !== 0) inName[record] = (named & 127) + 1;
		}
	});
	space.used = count;
	return { touched, count, score, held, inName };
}

type Run = {
	readonly records: Uint16Array;
	readonly counts: Uint16Array;
	readonly from: number;
	readonly to: number;
	readonly factor: number;
};

function waysOf(slot: Slot, snapshot: Snapshot): readonly Run[] {
	const { postings } = snapshot;
	if (slot.phrase !== null) {
		const { records, counts } = phrasePostings(slot.phrase, postings);
		return [{ records, counts, from: 0, to: records.length, factor: 1 }];
	}
	return slot.ways.map(({ term, factor }) => ({
		records: postings.records,
		counts: postings.counts,
		from: postings.offsets[term] ?? 0,
		to: postings.offsets[term + 1] ?? 0,
		factor,
	}));
}

/** How telling a word is: the fewer records hold it (by its commonest way), the more. */
export function slotIdf(slot: Slot, snapshot: Snapshot): number {
	const { offsets } = snapshot.postings;
	const terms = slot.phrase ?? slot.ways.map((way) => way.term);
	const sizes = terms.filter((term) => term >= 0).map((term) => (offsets[term + 1] ?? 0) - (offsets[term] ?? 0));
	const records = slot.phrase === null ? Math.max(0, ...sizes) : Math.min(snapshot.size, ...sizes);
	return Math.log(1 + (snapshot.size - records + 0.5) / (records + 0.5));
}

/** What the counts of four fields add up to, for every value of their eight bits. */
export function countTables({ fields }: Weights): { readonly low: Float64Array; readonly high: Float64Array } {
	const known = tables.get(fields);
	if (known) return known;
	const weights = FIELDS.map((field) => fields[field]);
	const half = (first: number) =>
		Float64Array.from({ length: 256 }, (_, bits) => {
			let sum = 0;
			for (let field = 0; field < FIELD_COUNT / 2; field += 1)
				sum += ((bits >>> (field * 2)) & MOST_COUNTED) * (weights[first + field] ?? 0);
			return sum;
		});
	const made = { low: half(0), high: half(FIELD_COUNT / 2) };
	tables.set(fields, made);
	return made;
}
const tables = new WeakMap<Weights["fields"], { readonly low: Float64Array; readonly high: Float64Array }>();

/** BM25's length part per record: k1 (1 - b + b × length / average length). */
export function lengthNorms({ lengths, meta }: Snapshot, { k1, b }: Weights): Float64Array {
	const known = norms.get(lengths);
	if (known && known.k1 === k1 && known.b === b) return known.values;
	const values = Float64Array.from(lengths, (length) => k1 * (1 - b + (b * length) / meta.average_length));
	norms.set(lengths, { k1, b, values });
	return values;
}
const norms = new WeakMap<Uint16Array, { readonly k1: number; readonly b: number; readonly values: Float64Array }>();
