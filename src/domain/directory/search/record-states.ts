import { COMPLETENESS_BANDS, completenessBand, completenessFrom } from "#domain/directory/completeness.ts";
import { hasBit } from "#domain/directory/search/bits.ts";
import type { FacetCounts } from "#domain/directory/search/count-facets.ts";
import { FRESHNESS, freshnessAt, freshnessLimits } from "#domain/directory/search/freshness.ts";
import { type Moment, sameMoment } from "#domain/directory/search/moment.ts";
import { openRecords } from "#domain/directory/search/open-records.ts";
import type { Snapshot } from "#domain/directory/search/snapshot.ts";

/** Bits of a record's state: its freshness by its place in `FRESHNESS`, whether it is open, how complete it is. */
const FRESHNESS_BITS = 7;
const OPEN = 8;
const BAND_SHIFT = 4;
const STATES = 64;
const HIDDEN = FRESHNESS.indexOf("hidden");

/** What is true of each record at a moment, whatever is asked, one byte each. Worked out once a minute and kept. */
export function recordStates(snapshot: Snapshot, at: Moment): Uint8Array {
	const known = kept.get(snapshot);
	if (known && sameMoment(known.at, at)) return known.states;
	const { size, assured, lacking, hiddenFrom } = snapshot;
	const limits = freshnessLimits(at.day);
	const open = openRecords(snapshot, at);
	const states = new Uint8Array(size);
	for (let record = 0; record < size; record += 1) {
		const fresh = freshnessAt(assured[record] ?? 0, limits, hiddenFrom[record]);
		const band = completenessBand(completenessFrom(lacking[record] ?? 0).score);
		states[record] = fresh | (hasBit(open, record) ? OPEN : 0) | (band << BAND_SHIFT);
	}
	kept.set(snapshot, { at, states });
	return states;
}
const kept = new WeakMap<Snapshot, { readonly at: Moment; readonly states: Uint8Array }>();

/** Its place in `FRESHNESS`. */
export function freshnessIn(state: number): number {
	return state & FRESHNESS_BITS;
}

/** Whether it is left out of the lists for its age. */
export function isHidden(state: number): boolean {
	return (state & FRESHNESS_BITS) === HIDDEN;
}

/** Counts the states of the first `count` of these records. */
export function countStates(states: Uint8Array, records: Uint16Array, count: number, into: FacetCounts): void {
	const found = new Uint32Array(STATES);
	for (let index = 0; index < count; index += 1) {
		const state = states[records[index] ?? 0] ?? 0;
		found[state] = (found[state] ?? 0) + 1;
	}
	let open = 0;
	found.forEach((many, state) => {
		if (many === 0) return;
		if ((state & OPEN) !== 0) open += many;
		add(into.states, freshnessIn(state), many);
		add(into.bands, Math.min(state >>> BAND_SHIFT, COMPLETENESS_BANDS.length - 1), many);
	});
	into.openNow = open;
}

function add(counts: Uint32Array, at: number, many: number): void {
	counts[at] = (counts[at] ?? 0) + many;
}
