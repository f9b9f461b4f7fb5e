import type { Acceptance } from "#domain/directory/search/accept.ts";
import type { Distances } from "#domain/directory/search/distances.ts";
import { FRESHNESS, freshnessAt, freshnessLimits, freshnessOf } from "#domain/directory/search/freshness.ts";
import type { Slot } from "#domain/directory/search/interpret.ts";
import type { Matches } from "#domain/directory/search/match-slots.ts";
import type { Moment } from "#domain/directory/search/moment.ts";
import type { SearchQuery, Sort } from "#domain/directory/search/query.ts";
import { MOST_MERIT } from "#domain/directory/search/rank.ts";
import { FLAG } from "#domain/directory/search/sections.ts";
import type { Snapshot } from "#domain/directory/search/snapshot.ts";
import type { Weights } from "#domain/directory/search/weights.ts";

/** What puts one record before another; how it is reckoned depends on the order asked for. */
export type Merit = {
	/** A number up to `MOST_MERIT`, more is better. */
	readonly of: (record: number) => number;
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
	readonly acceptance: Acceptance;
};

export function createMerit(snapshot: Snapshot, query: SearchQuery, at: Moment, weights: Weights, given: Given): Merit {
	const { matches, distances, slots, acceptance } = given;
	const limits = freshnessLimits(at.day);
	const everywhere = (record: number) => ((snapshot.flags[record] ?? 0) & FLAG.everywhere) !== 0;

	/** Services that need no journey stand where a place a short way off would. */
	function reckonedKm(record: number): number {
		const km = distances?.to(record) ?? Number.POSITIVE_INFINITY;
		return everywhere(record) ? Math.min(km, weights.everywhereAsKm) : km;
	}

	function nearness(record: number): number {
		return weights.halfAtKm / (weights.halfAtKm + Math.min(reckonedKm(record), FARTHEST_KM));
	}

	function parts(record: number): MeritParts {
		const named = matches?.inName[record] ?? 0;
		const share = named === slots.length ? named / Math.max(named, snapshot.nameLengths[record] ?? 1) : 0;
		return {
			words: matches?.score[record] ?? 0,
			nameBonus: share * weights.wholeName,
			nearness: distances ? nearness(record) : 1,
			freshness: weights.freshness[freshnessOf(snapshot.assured[record] ?? 0, limits)],
		};
	}

	const freshnessFactors = FRESHNESS.map((state) => weights.freshness[state]);
	function relevance(record: number): number {
		const named = matches?.inName[record] ?? 0;
		const bonus =
			named === slots.length ? (weights.wholeName * named) / Math.max(named, snapshot.nameLengths[record] ?? 1) : 0;
		const freshness = freshnessFactors[freshnessAt(snapshot.assured[record] ?? 0, limits)] ?? 1;
		const near = distances ? nearness(record) : 1;
		return (matches?.score[record] ?? 0) * (1 + bonus) * near * freshness * SCORE_STEPS;
	}

	const byName = (record: number) => MOST_MERIT - record;
	const byKm = (km: number) =>
		km === Number.POSITIVE_INFINITY ? 0 : 1 + (FARTHEST_KM - Math.min(km, FARTHEST_KM)) * KM_STEPS;
	const orders: Readonly<Record<Sort, (record: number) => number>> = {
		name: byName,
		fresh: (record) => snapshot.assured[record] ?? 0,
		distance: (record) => (distances ? byKm(distances.to(record)) : byName(record)),
		relevance: matches ? relevance : distances ? (record) => byKm(reckonedKm(record)) : byName,
	};
	const sort = query.sort ?? "relevance";
	return {
		of: orders[sort],
		holdsAll: (record) => !matches || acceptance.grade(matches.held[record] ?? 0) === 2,
		parts,
	};
}
