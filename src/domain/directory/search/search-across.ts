import { facetsOf } from "#domain/directory/search/count-facets.ts";
import { type FoundRecords, findRecords } from "#domain/directory/search/find-records.ts";
import type { Moment } from "#domain/directory/search/moment.ts";
import type { FacetCount, Facets, SearchAnswer, SearchQuery, SearchSettings } from "#domain/directory/search/query.ts";
import { standing } from "#domain/directory/search/rank.ts";
import { DEFAULT_SETTINGS, hitFor, search, wordsFound } from "#domain/directory/search/search.ts";
import type { Snapshot } from "#domain/directory/search/snapshot.ts";

/** How far off a place in the next council's area may lie when no distance is asked. */
export const OVER_THE_BORDER_KM = 5;

/**
 * As `search`, with what lies just over the border: services of neighbouring councils that have a place within the
 * distance asked, in their place among the others, each marked with its area. Without a point to be near, or without
 * neighbours, it is `search`.
 */
export function searchAcross(
	home: Snapshot,
	neighbours: readonly Snapshot[],
	query: SearchQuery,
	at: Moment,
	settings: SearchSettings = DEFAULT_SETTINGS,
): SearchAnswer {
	if (query.near === undefined || neighbours.length === 0) return search(home, query, at, settings);
	const last = query.page * query.per_page;
	const fromFirst = { ...query, page: 1, per_page: last };
	const own: Part = { snapshot: home, found: findRecords(home, fromFirst, at, settings) };
	const over = { ...fromFirst, radius_km: query.radius_km ?? OVER_THE_BORDER_KM };
	const parts = [
		own,
		...neighbours.map((snapshot): Part => ({ snapshot, found: findRecords(snapshot, over, at, settings, true) })),
	];
	const total = parts.reduce((sum, { found }) => sum + found.total, 0);
	if (total === 0) return search(home, query, at, settings);
	const whole = parts.some(({ found }) => found.total > 0 && found.whole);
	const ranked = parts
		.flatMap((part, order) => part.found.page.map((key) => ({ part, order, key })))
		// Within one directory the order is settled; between two the better standing, then one's own council.
		.sort((a, b) => standing(b.key) - standing(a.key) || a.order - b.order || b.key - a.key)
		.slice(last - query.per_page, last);
	return {
		total,
		...wordsFound(total, whole, own.found.interpretation),
		page: query.page,
		per_page: query.per_page,
		items: ranked.map(({ part, key }) => hitFor(part.snapshot, part.found, key, query, at, settings)),
		facets: added(parts.map(({ snapshot, found }) => facetsOf(found.counts, snapshot, query))),
		did_you_mean: parts.find(({ found }) => found.total > 0)?.found.interpretation.didYouMean ?? null,
		...(own.found.unknown.length > 0 ? { unknown: own.found.unknown } : {}),
	};
}

type Part = { readonly snapshot: Snapshot; readonly found: FoundRecords };

/** The counts of several directories as one, in the order of the first. */
function added(all: readonly Facets[]): Facets {
	const groups = new Map<string, Map<string, FacetCount>>();
	for (const facets of all)
		for (const [group, choices] of Object.entries(facets)) {
			const known = groups.get(group) ?? new Map<string, FacetCount>();
			groups.set(group, known);
			for (const choice of choices)
				known.set(choice.id, { ...choice, count: choice.count + (known.get(choice.id)?.count ?? 0) });
		}
	return Object.fromEntries([...groups].map(([group, choices]) => [group, [...choices.values()]]));
}
