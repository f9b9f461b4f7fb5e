import { createAcceptance } from "#domain/directory/search/accept.ts";
import { hasBit } from "#domain/directory/search/bits.ts";
import { createFacetCounts, type FacetCounts } from "#domain/directory/search/count-facets.ts";
import { type Distances, distancesFrom } from "#domain/directory/search/distances.ts";
import { activeFilters, type Filter, passes } from "#domain/directory/search/filters.ts";
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
	/** The records of the page, best first. */
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
): FoundRecords {
	const distances = query.near ? distancesFrom(query.near.latitude, query.near.longitude, snapshot) : null;
	const interpretation = interpret(query.q ?? "", snapshot, weights);
	const { slots } = interpretation;
	const matches = slots.length > 0 ? matchSlots(slots, snapshot, weights) : null;
	const acceptance = createAcceptance(slots, snapshot, weights);
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
	const { passing } = snapshot.workspace();
	/** Records that fail one filter alone. */
	const sideways = new Map<Filter, number[]>(filters.map((filter) => [filter, []]));
	const byRelevance = (query.sort ?? "relevance") === "relevance";
	let total = 0;

	for (let index = 0; index < candidates; index += 1) {
		const record = matches ? (matches.touched[index] ?? 0) : index;
		const grade = matches ? acceptance.grade(matches.held[record] ?? 0) : 2;
		if (grade === 0) continue;
		const state = freshnessAt(assured[record] ?? 0, limits);
		if (state === HIDDEN && dropHidden) continue;
		let failed: Filter | null = null;
		let failures = 0;
		for (let number = 0; number < filters.length && failures < 2; number += 1) {
			const filter = filters[number];
			if (!filter || passes(filter, ticks, record)) continue;
			failures += 1;
			failed = filter;
		}
		if (failures > 1) continue;
		if (distances && distances.to(record) > radius && ((flags[record] ?? 0) & FLAG.everywhere) === 0) continue;
		if (failed !== null) {
			sideways.get(failed)?.push(record);
			continue;
		}
		passing[total] = record;
		total += 1;
		if (hasBit(open, record)) counts.openNow += 1;
		counts.states[state] = (counts.states[state] ?? 0) + 1;
		ranking.offer(rankKey(record, merit.of(record), grade === 2 || !byRelevance, state !== HIDDEN));
	}
	countTicks(ticks, passing, total, allValues(ticks.width), counts.values);
	for (const [{ group }, records] of sideways) {
		const mask = snapshot.groupMasks[group];
		if (mask) countTicks(ticks, Uint16Array.from(records), records.length, mask, counts.values);
	}
	return {
		total,
		page: ranking.page(last - query.per_page, last),
		counts,
		interpretation,
		unknown,
		distances,
		merit,
	};
}
