import type { Relaxation, SearchQuery } from "#domain/directory/search/query.ts";

/** Counts the records of a question; given by `search`, which this file must not import. */
export type Count = (query: SearchQuery) => number;

/** Filters in the order in which a family can most easily let them go. */
const EASIEST_FIRST = [
	"open_now",
	"day",
	"free",
	"mode",
	"access",
	"language",
	"audience",
	"send",
	"age",
	"need",
] as const;
const WIDER = [2, 4, 10];
const MOST = 6;

/**
 * What to change when nothing was found, nearest first: a wider circle, one filter less, one word less, then all
 * filters, then all words. Each with its count; none that would find nothing either. Empty only for an empty directory.
 */
export function relaxationsFor(query: SearchQuery, words: readonly string[], count: Count): readonly Relaxation[] {
	const found: Relaxation[] = [];
	const offer = (kind: Relaxation["kind"], change: Relaxation["change"], changed: SearchQuery) => {
		const total = count(changed);
		if (total > 0) found.push({ kind, change, total });
		return total > 0;
	};
	if (query.near && query.radius_km !== undefined) {
		const radius = query.radius_km;
		const wide = WIDER.some((times) =>
			offer("distance", { radius_km: radius * times }, { ...query, radius_km: radius * times }),
		);
		if (!wide) offer("distance", { radius_km: null }, without(query, ["radius_km"]));
	}
	for (const group of EASIEST_FIRST)
		if (isSet(query, group)) offer("filter", { [group]: null }, without(query, [group]));
	if (words.length > 1)
		for (const word of words) {
			const rest = words.filter((other) => other !== word).join(" ");
			offer("words", { q: rest }, { ...query, q: rest });
		}
	const filters = [
		...EASIEST_FIRST.filter((group) => isSet(query, group)),
		...(query.radius_km === undefined ? [] : (["radius_km"] as const)),
	];
	if (found.length === 0 && filters.length > 1)
		offer("filters", Object.fromEntries(filters.map((name) => [name, null])), without(query, filters));
	if (found.length === 0 && query.q) offer("words", { q: null }, without(query, ["q"]));
	if (found.length === 0)
		offer(
			"everything",
			Object.fromEntries(["q", ...filters].map((name) => [name, null])),
			without(query, ["q", ...filters]),
		);
	return found.sort((a, b) => rank(a) - rank(b)).slice(0, MOST);
}

function rank({ kind }: Relaxation): number {
	return ["spelling", "distance", "filter", "words", "filters", "everything"].indexOf(kind);
}

function isSet(query: SearchQuery, group: (typeof EASIEST_FIRST)[number]): boolean {
	const value = query[group];
	return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== false;
}

function without(query: SearchQuery, names: readonly (keyof SearchQuery)[]): SearchQuery {
	const kept: SearchQuery = { ...query };
	for (const name of names) Object.assign(kept, { [name]: undefined });
	return kept;
}
