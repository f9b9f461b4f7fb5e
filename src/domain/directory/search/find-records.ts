import { createAcceptance } from "#domain/directory/search/accept.ts";
import { createFacetCounts, type FacetCounts } from "#domain/directory/search/count-facets.ts";
import { type Distances, distancesFrom } from "#domain/directory/search/distances.ts";
import { activeFilters, type Filter } from "#domain/directory/search/filters.ts";
import { type Interpretation, interpret } from "#domain/directory/search/interpret.ts";
import { matchSlots } from "#domain/directory/search/match-slots.ts";
import { createMerit, type Merit } from "#domain/directory/search/merit.ts";
import { type Moment, sameMoment } from "#domain/directory/search/moment.ts";
import type { SearchQuery, SearchSettings } from "#domain/directory/search/query.ts";
import { Ranking } from "#domain/directory/search/rank.ts";
import { countStates, recordStates } from "#domain/directory/search/record-states.ts";
import { acceptRecords, filterRecords } from "#domain/directory/search/select-records.ts";
import type { Snapshot } from "#domain/directory/search/snapshot.ts";
import { countTicks } from "#domain/directory/search/tick-words.ts";

export type FoundRecords = {
	readonly total: number;
	/** Whether any of them holds every required word. */
	readonly whole: boolean;
	/** The keys (`rank.ts`) of the page's records, best first. */
	readonly page: readonly number[];
	readonly counts: FacetCounts;
	readonly interpretation: Interpretation;
	readonly unknown: readonly string[];
	readonly distances: Distances | null;
	readonly merit: Merit;
};

/** The records that answer a question: found by its words, filtered, counted and ranked. `placesOnly` as in `Selection`. */
export function findRecords(
	snapshot: Snapshot,
	query: SearchQuery,
	at: Moment,
	{ weights, dropHidden }: SearchSettings,
	placesOnly = false,
): FoundRecords {
	const distances = query.near ? distancesFrom(query.near.latitude, query.near.longitude, snapshot) : null;
	const interpretation = interpret(query.q ?? "", snapshot, weights);
	const { slots } = interpretation;
	const matches = slots.length > 0 ? matchSlots(slots, snapshot, weights) : null;
	const acceptance = matches ? createAcceptance(slots, matches, snapshot, weights) : null;
	const { filters, unknown } = activeFilters(query, snapshot, at);
	const states = recordStates(snapshot, at);
	const radius = query.radius_km ?? Number.POSITIVE_INFINITY;
	const accepted = acceptRecords(snapshot, matches, acceptance);
	const selection = { filters, distances, radius, placesOnly, dropHidden };
	const { count: total, alone } = filterRecords(snapshot, accepted, selection, states);

	const merit = createMerit(snapshot, query, states, weights, { matches, distances, slots, acceptance });
	const last = query.page * query.per_page;
	const ranking = new Ranking(last, total);
	const whole = merit.rank(snapshot.workspace().passing, total, ranking);
	return {
		total,
		whole: whole > 0,
		page: ranking.page(last - query.per_page, last),
		counts: count(snapshot, total, filters, alone, at, states),
		interpretation,
		unknown,
		distances,
		merit,
	};
}

const wholeCounts = new WeakMap<Snapshot, { readonly at: Moment; readonly counts: FacetCounts }>();

function count(
	snapshot: Snapshot,
	total: number,
	filters: readonly Filter[],
	alone: Uint32Array,
	at: Moment,
	states: Uint8Array,
): FacetCounts {
	// The whole directory is what is asked for most: its counts are kept while the minute lasts.
	const everything = total === snapshot.size;
	const known = everything ? wholeCounts.get(snapshot) : undefined;
	if (known && sameMoment(known.at, at)) return known.counts;
	const counts = createFacetCounts(snapshot);
	if (everything) wholeCounts.set(snapshot, { at, counts });
	const { passing, failing } = snapshot.workspace();
	const { ticks } = snapshot;
	countStates(states, passing, total, counts);
	countTicks(ticks, passing, total, snapshot.everyTick, counts.values);
	filters.forEach(({ group }, number) => {
		const mask = snapshot.groupMasks[group];
		const records = failing[number];
		if (mask && records) countTicks(ticks, records, alone[number] ?? 0, mask, counts.values);
	});
	return counts;
}
