import { ABOUT_MASK, NAME_MASK } from "#domain/directory/search/fields.ts";
import type { Slot } from "#domain/directory/search/interpret.ts";
import { phrasePostings } from "#domain/directory/search/phrase-postings.ts";
import type { Snapshot } from "#domain/directory/search/snapshot.ts";
import type { Weights } from "#domain/directory/search/weights.ts";
import { countTables, lengthNorms } from "#domain/directory/search/word-score.ts";
import type { Workspace } from "#domain/directory/search/workspace.ts";

/**
 * Which records hold the words of a question, and how well. The arrays are the snapshot's own working space, one
 * entry per record: read them before the next question is asked.
 */
export type Matches = {
	/** Records that hold any word that counts for finding, in no order; the first `count` entries. */
	readonly touched: Uint16Array;
	readonly count: number;
	readonly score: Float64Array;
	/** Bit s: holds slot s. Bit 16 + s: in a field that says what the record is about. */
	readonly held: Uint32Array;
	/** How many slots stand in its name. */
	readonly inName: Uint8Array;
};

/** Marks in `inName` that the slot at hand stands in the name, until it is counted. */
const NOW = 128;

/**
 * Scores records for every slot: BM25 with the fields' weights, the best way of each slot, the slots added up.
 * Required words find records; a weak word beside them only lifts what they have found.
 */
export function matchSlots(slots: readonly Slot[], snapshot: Snapshot, weights: Weights): Matches {
	const space = snapshot.workspace();
	clear(space);
	for (let number = 0; number < slots.length; number += 1) {
		const slot = slots[number];
		if (slot?.required) scoreSlot(slot, number, true, snapshot, weights, space);
	}
	const finds = slots.every((slot) => !slot.required);
	for (let number = 0; number < slots.length; number += 1) {
		const slot = slots[number];
		if (slot && !slot.required) scoreSlot(slot, number, finds, snapshot, weights, space);
	}
	const { touched, used, score, held, inName } = space;
	return { touched, count: used, score, held, inName };
}

function clear(space: Workspace): void {
	const { touched, used, score, held, inName } = space;
	for (let index = 0; index < used; index += 1) {
		const record = touched[index] ?? 0;
		score[record] = 0;
		held[record] = 0;
		inName[record] = 0;
	}
	space.used = 0;
}

function scoreSlot(
	slot: Slot,
	number: number,
	finds: boolean,
	snapshot: Snapshot,
	weights: Weights,
	space: Workspace,
): void {
	const { touched, score, held, inName, best, slotRecords } = space;
	const { low, high } = countTables(weights);
	const norms = lengthNorms(snapshot, weights);
	const second = weights.secondFind;
	const idf = slotIdf(slot, snapshot);
	const bit = 1 << number;
	const aboutBit = 1 << (16 + number);
	let used = space.used;
	let found = 0;
	const share = slot.required ? 1 : weights.weakWord;
	for (const { records, counts, from, to, factor, about, finds: runFinds } of runsOf(slot, snapshot)) {
		const gain = share * idf * factor * (weights.k1 + 1);
		const aboutMask = about ? ABOUT_MASK : 0;
		for (let at = from; at < to; at += 1) {
			const record = records[at] ?? 0;
			const before = held[record] ?? 0;
			if (!runFinds && (before & bit) === 0) continue;
			if (before === 0) {
				if (!finds) continue;
				touched[used] = record;
				used += 1;
			}
			const posting = counts[at] ?? 0;
			const often = (low[posting & 255] ?? 0) + (high[posting >>> 8] ?? 0);
			const value = (gain * often) / (often + (norms[record] ?? 0));
			if ((before & bit) === 0) {
				slotRecords[found] = record;
				found += 1;
				best[record] = value;
				held[record] = before | bit | ((posting & aboutMask) !== 0 ? aboutBit : 0);
			} else {
				const known = best[record] ?? 0;
				best[record] = value > known ? value + known * second : known + value * second;
				if ((posting & aboutMask) !== 0) held[record] = before | aboutBit;
			}
			if ((posting & NAME_MASK) !== 0) inName[record] = (inName[record] ?? 0) | NOW;
		}
	}
	for (let index = 0; index < found; index += 1) {
		const record = slotRecords[index] ?? 0;
		score[record] = (score[record] ?? 0) + (best[record] ?? 0);
		const named = inName[record] ?? 0;
		if ((named & NOW) !== 0) inName[record] = (named & ~NOW) + 1;
	}
	space.used = used;
}

type Run = {
	readonly records: Uint16Array;
	readonly counts: Uint16Array;
	readonly from: number;
	readonly to: number;
	readonly factor: number;
	/** Whether finding it this way can say what a record is about: a hint or a guess cannot. */
	readonly about: boolean;
	/** False where it only lifts what another way has found. Such ways come last. */
	readonly finds: boolean;
};

function runsOf(slot: Slot, snapshot: Snapshot): readonly Run[] {
	const { postings } = snapshot;
	if (slot.phrase !== null) {
		const { records, counts } = phrasePostings(slot.phrase, postings);
		return [{ records, counts, from: 0, to: records.length, factor: 1, about: true, finds: true }];
	}
	return slot.ways.map(({ term, factor, how, finds }) => ({
		records: postings.records,
		counts: postings.counts,
		from: postings.offsets[term] ?? 0,
		to: postings.offsets[term + 1] ?? 0,
		factor,
		about: how !== "hint" && how !== "typo",
		finds,
	}));
}

/** How telling a word is: the fewer records hold it (by its commonest way), the more. */
export function slotIdf(slot: Slot, snapshot: Snapshot): number {
	const { offsets } = snapshot.postings;
	const listed = (term: number) => (term < 0 ? 0 : (offsets[term + 1] ?? 0) - (offsets[term] ?? 0));
	let records = slot.phrase === null ? 0 : snapshot.size;
	if (slot.phrase === null) {
		for (const { term, finds } of slot.ways) if (finds) records = Math.max(records, listed(term));
	} else for (const term of slot.phrase) records = Math.min(records, listed(term));
	return Math.log(1 + (snapshot.size - records + 0.5) / (records + 0.5));
}
