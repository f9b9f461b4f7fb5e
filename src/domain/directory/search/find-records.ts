import { createAcceptance } from "#domain/directory/search/accept.ts";
import { hasBit } from "#domain/directory/search/bits.ts";
import { createFacetCounts, type FacetCounts } from "#domain/directory/search/count-facets.ts";
import { type Distances, distancesFrom } from "#domain/directory/search/distances.ts";
import { activeFilters, passes } from "#domain/directory/search/filters.ts";
import { FRESHNESS, freshnessAt, freshnessLimits } from "#domain/directory/search/freshness.ts";
import { type Interpretation, interpret } from "#domain/directory/search/interpret.ts";
import { matchSlots } from "#domain/directory/search/match-slots.ts";
import { createMerit, type Merit } from "#domain/directory/search/merit.ts";
import type { Moment } from "#domain/directory/search/moment.ts";
import { openRecords } from "#domain/directory/search/open-records.ts";
import type { SearchQuery, SearchSettings } from "#domain/directory/search/query.ts";
import { Ranking, rankKey } from "#domain/directory/search/rank.ts";
import { FLAG } from "#domain/directory/search/sections.ts";
import type { Snapshot } from "#domain/directory/search/snapshot.ts";
import { countTicks } from "#domain/directory/search/tick-words.ts";

const HIDDEN = FRESHNESS.indexOf("hidden");
const allValues = (width: number) => new Uint32Array(width).fill(0xffffffff);

export type FoundRecords = {
	readonly total: number;
	/** How many of them hold every required word. */
	readonly whole: number;
	/** The keys (`rank.ts`) of the page's records, best first. */
	readonly page: readonly number[];
	readonly counts: FacetCounts;
	readonly interpretation: Interpretation;
	readonly unknown: readonly string[];
	readonly distances: Distances | null;
	readonly merit: Merit;
};

/**
 * One pass over the records that hold the question's words (over all when it has none): who passes every filter is
 * counted and ranked; who fails the filter of one group alone is counted for that group.
 */
export function findRecords(
	snapshot: Snapshot,
	query: SearchQuery,
	at: Moment,
	{ weights, dropHidden }: SearchSettings,
	/** Leaves out what needs no journey: an online group of the next council is not near anyone. */
	placesOnly = false,
): FoundRecords {
	const distances = query.near ? distancesFrom(query.near.latitude, query.near.longitude, snapshot) : null;
	const interpretation = interpret(query.q ?? "", snapshot, weights);
	const { slots } = interpretation;
	const matches = slots.length > 0 ? matchSlots(slots, snapshot, weights) : null;
	const acceptance = matches ? createAcceptance(slots, matches, snapshot, weights) : null;
	const merit = createMerit(snapshot, query, at, weights, { matches, distances, slots, acceptance });
	const { filters, unknown } = activeFilters(query, snapshot, at);
	const open = openRecords(snapshot, at);
	const limits = freshnessLimits(at.day);
	const radius = distances ? (query.radius_km ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY;
	const last = query.page * query.per_page;
	const candidates = matches ? matches.count : snapshot.size;
	const ranking = new Ranking(last, candidates);
	const counts = createFacetCounts(snapshot);
	const { assured, flags, ticks } = snapshot;
	const { passing, failing } = snapshot.workspace();
	/** How many records fail each filter alone; which they are stands in `failing`. */
	const alone = new Uint32Array(filters.length);
	while (failing.length < filters.length) failing.push(new Uint16Array(snapshot.size));
	const byRelevance = (query.sort ?? "relevance") === "relevance";
	const touched = matches ? matches.touched : null;
	const held = matches ? matches.held : null;
	let total = 0;
	let whole = 0;

	for (let index = 0; index < candidates; index += 1) {
		const record = touched ? (touched[index] ?? 0) : index;
		const grade = acceptance && held ? acceptance.grade(held[record] ?? 0) : 2;
		if (grade === 0) continue;
		const state = freshnessAt(assured[record] ?? 0, limits);
		if (state === HIDDEN && dropHidden) continue;
		let failed = -1;
		let failures = 0;
		for (let number = 0; number < filters.length && failures < 2; number += 1) {
			const filter = filters[number];
			if (!filter || passes(filter, ticks, record)) continue;
			failures += 1;
			failed = number;
		}
		if (failures > 1) continue;
		const km = distances ? distances.to(record) : Number.POSITIVE_INFINITY;
		if (distances && km > radius && (placesOnly || ((flags[record] ?? 0) & FLAG.everywhere) === 0)) continue;
		if (failed >= 0) {
			const before = alone[failed] ?? 0;
			const list = failing[failed];
			if (list) list[before] = record;
			alone[failed] = before + 1;
			continue;
		}
		passing[total] = record;
		total += 1;
		if (grade === 2) whole += 1;
		if (hasBit(open, record)) counts.openNow += 1;
		counts.states[state] = (counts.states[state] ?? 0) + 1;
		ranking.offer(rankKey(record, merit.of(record, state, km), grade === 2 || !byRelevance, state !== HIDDEN));
	}
	countTicks(ticks, passing, total, allValues(ticks.width), counts.values);
	filters.forEach(({ group }, number) => {
		const mask = snapshot.groupMasks[group];
		const records = failing[number];
		if (mask && records) countTicks(ticks, records, alone[number] ?? 0, mask, counts.values);
	});
	return {
		total,
		whole,
		page: ranking.page(last - query.per_page, last),
		counts,
		interpretation,
		unknown,
		distances,
		merit,
	};
}
