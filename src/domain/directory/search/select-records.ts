import type { Acceptance } from "#domain/directory/search/accept.ts";
import type { Distances } from "#domain/directory/search/distances.ts";
import { type Filter, passes } from "#domain/directory/search/filters.ts";
import type { Matches } from "#domain/directory/search/match-slots.ts";
import { isHidden } from "#domain/directory/search/record-states.ts";
import { FLAG } from "#domain/directory/search/sections.ts";
import type { Snapshot } from "#domain/directory/search/snapshot.ts";

/** What decides who is in, apart from words. */
export type Selection = {
	readonly filters: readonly Filter[];
	readonly distances: Distances | null;
	readonly radius: number;
	/** Leaves out what needs no journey: an online group of the next council is not near anyone. */
	readonly placesOnly: boolean;
	/** Leaves out what nobody confirmed for over a year, of which its provider was told. */
	readonly dropHidden: boolean;
};

/**
 * Writes the records that answer a question's words into `passing`, all records when it has none. Answers how many.
 */
export function acceptRecords(snapshot: Snapshot, matches: Matches | null, acceptance: Acceptance | null): number {
	const { passing } = snapshot.workspace();
	if (matches === null || acceptance === null) {
		for (let record = 0; record < snapshot.size; record += 1) passing[record] = record;
		return snapshot.size;
	}
	const { touched, held, count } = matches;
	let accepted = 0;
	for (let index = 0; index < count; index += 1) {
		const record = touched[index] ?? 0;
		if (acceptance.grade(held[record] ?? 0) === 0) continue;
		passing[accepted] = record;
		accepted += 1;
	}
	return accepted;
}

/**
 * Keeps of the first `count` records of `passing` those that pass everything; who fails the filter of one group alone
 * is written into that filter's list in `failing`. Answers how many are kept, and how many each list holds.
 */
export function filterRecords(
	snapshot: Snapshot,
	count: number,
	{ filters, distances, radius, placesOnly, dropHidden }: Selection,
	states: Uint8Array,
): { readonly count: number; readonly alone: Uint32Array } {
	const { passing, failing } = snapshot.workspace();
	const alone = new Uint32Array(filters.length);
	const bounded = distances !== null && radius < Number.POSITIVE_INFINITY;
	if (filters.length === 0 && !bounded && !dropHidden) return { count, alone };
	while (failing.length < filters.length) failing.push(new Uint16Array(snapshot.size));
	const { flags, ticks } = snapshot;
	let kept = 0;
	for (let index = 0; index < count; index += 1) {
		const record = passing[index] ?? 0;
		let failed = -1;
		let failures = 0;
		for (let number = 0; number < filters.length && failures < 2; number += 1) {
			const filter = filters[number];
			if (!filter || passes(filter, ticks, record)) continue;
			failures += 1;
			failed = number;
		}
		if (failures > 1) continue;
		if (dropHidden && isHidden(states[record] ?? 0)) continue;
		if (bounded && (placesOnly || ((flags[record] ?? 0) & FLAG.everywhere) === 0) && distances.to(record) > radius)
			continue;
		if (failures === 0) {
			passing[kept] = record;
			kept += 1;
			continue;
		}
		const list = failing[failed];
		const before = alone[failed] ?? 0;
		if (list) list[before] = record;
		alone[failed] = before + 1;
	}
	return { count: kept, alone };
}
