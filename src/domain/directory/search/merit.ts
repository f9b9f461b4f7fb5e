import { type Acceptance, HOLDS_ALL } from "#domain/directory/search/accept.ts";
import type { Distances } from "#domain/directory/search/distances.ts";
import { FRESHNESS } from "#domain/directory/search/freshness.ts";
import type { Slot } from "#domain/directory/search/interpret.ts";
import type { Matches } from "#domain/directory/search/match-slots.ts";
import type { SearchQuery, Sort } from "#domain/directory/search/query.ts";
import { MOST_MERIT, type Ranking, rankKey } from "#domain/directory/search/rank.ts";
import { freshnessIn } from "#domain/directory/search/record-states.ts";
import { FLAG } from "#domain/directory/search/sections.ts";
import type { Snapshot } from "#domain/directory/search/snapshot.ts";
import type { Weights } from "#domain/directory/search/weights.ts";

/** What puts one record before another; how it is reckoned depends on the order asked for. */
export type Merit = {
	/** Offers the first `count` of these records to a ranking. Answers how many hold every word. */
	readonly rank: (records: Uint16Array, count: number, ranking: Ranking) => number;
	/** True when the record holds every required word, or when no words were asked. Other orders than relevance pay no heed to it. */
	readonly holdsAll: (record: number) => boolean;
	readonly parts: (record: number) => MeritParts;
};
export type MeritParts = {
	readonly words: number;
	readonly nameBonus: number;
	readonly nearness: number;
	readonly freshness: number;
};

const SCORE_STEPS = 1_000_000;
/** Tenths of a metre on half the earth's girth still fit. */
const KM_STEPS = 10_000;
const FARTHEST_KM = 40_000;

type Given = {
	readonly matches: Matches | null;
	readonly distances: Distances | null;
	readonly slots: readonly Slot[];
	readonly acceptance: Acceptance | null;
};

/** `states` as `recordStates` gives them. */
export function createMerit(
	snapshot: Snapshot,
	query: SearchQuery,
	states: Uint8Array,
	weights: Weights,
	given: Given,
): Merit {
	const { matches, distances, slots, acceptance } = given;
	const { flags, nameLengths } = snapshot;
	const score = matches?.score ?? NOTHING;
	const inName = matches?.inName ?? NOTHING;
	const words = slots.length;
	const { wholeName, halfAtKm, everywhereAsKm } = weights;
	const freshnessFactors = freshnessTable(weights.freshness);

	/** Services that need no journey stand where a place a short way off would. */
	function reckonedKm(record: number, km: number): number {
		return ((flags[record] ?? 0) & FLAG.everywhere) !== 0 ? Math.min(km, everywhereAsKm) : km;
	}
	function nearness(record: number, km: number): number {
		return distances ? halfAtKm / (halfAtKm + Math.min(reckonedKm(record, km), FARTHEST_KM)) : 1;
	}
	function nameBonus(record: number): number {
		const named = inName[record] ?? 0;
		return named === words && words > 0 ? (wholeName * named) / Math.max(named, nameLengths[record] ?? 1) : 0;
	}
	function relevance(record: number, state: number, km: number): number {
		const factor = (1 + nameBonus(record)) * nearness(record, km) * (freshnessFactors[state] ?? 1);
		return (score[record] ?? 0) * factor * SCORE_STEPS;
	}

	const byName = (record: number) => MOST_MERIT - record;
	const byKm = (km: number) =>
		km === Number.POSITIVE_INFINITY ? 0 : 1 + (FARTHEST_KM - Math.min(km, FARTHEST_KM)) * KM_STEPS;
	const orders: Readonly<Record<Sort, (record: number, state: number, km: number) => number>> = {
		name: byName,
		fresh: (record) => snapshot.assured[record] ?? 0,
		distance: distances ? (_record, _state, km) => byKm(km) : byName,
		relevance: matches ? relevance : distances ? (record, _state, km) => byKm(reckonedKm(record, km)) : byName,
	};
	const sort = query.sort ?? "relevance";
	const of = orders[sort];
	const holdsAll = (record: number) => !matches || acceptance?.grade(matches.held[record] ?? 0) === HOLDS_ALL;
	return {
		holdsAll,
		rank(records, count, ranking) {
			const byWords = matches !== null && sort === "relevance";
			const held = matches?.held;
			const grade = acceptance?.grade ?? (() => HOLDS_ALL);
			let whole = 0;
			for (let index = 0; index < count; index += 1) {
				const record = records[index] ?? 0;
				const state = freshnessIn(states[record] ?? 0);
				const merit = of(record, state, distances ? distances.to(record) : Number.POSITIVE_INFINITY);
				const all = !held || grade(held[record] ?? 0) === HOLDS_ALL;
				if (all) whole += 1;
				ranking.offer(rankKey(record, merit, all || !byWords, state !== HIDDEN));
			}
			return whole;
		},
		parts: (record) => {
			const state = freshnessIn(states[record] ?? 0);
			return {
				words: score[record] ?? 0,
				nameBonus: nameBonus(record),
				nearness: nearness(record, distances?.to(record) ?? Number.POSITIVE_INFINITY),
				freshness: freshnessFactors[state] ?? 1,
			};
		},
	};
}
/** The factors in the order of `FRESHNESS`. */
function freshnessTable(freshness: Weights["freshness"]): Float64Array {
	const known = tables.get(freshness);
	if (known) return known;
	const table = Float64Array.from(FRESHNESS, (state) => freshness[state]);
	tables.set(freshness, table);
	return table;
}
const tables = new WeakMap<Weights["freshness"], Float64Array>();
const HIDDEN = FRESHNESS.indexOf("hidden");
const NOTHING = new Float64Array(0);
