import { COMPLETENESS_BANDS } from "#domain/directory/completeness.ts";
import { FACET_GROUPS, type FacetGroup } from "#domain/directory/search/facet-values.ts";
import { FRESHNESS } from "#domain/directory/search/freshness.ts";
import type { FacetCount, Facets, SearchQuery } from "#domain/directory/search/query.ts";
import type { Snapshot } from "#domain/directory/search/snapshot.ts";

/** Running counts of every choice. */
export type FacetCounts = {
	readonly values: Uint32Array;
	/** By the order of `FRESHNESS`. */
	readonly states: Uint32Array;
	/** By the order of `COMPLETENESS_BANDS`. */
	readonly bands: Uint32Array;
	openNow: number;
};

export function createFacetCounts(snapshot: Snapshot): FacetCounts {
	return {
		values: new Uint32Array(snapshot.values.length),
		states: new Uint32Array(FRESHNESS.length),
		bands: new Uint32Array(COMPLETENESS_BANDS.length),
		openNow: 0,
	};
}

/** The counts as an answer shows them. Choices that would give nothing are left out, unless they are chosen. */
export function facetsOf(counts: FacetCounts, snapshot: Snapshot, query: SearchQuery): Facets {
	const facets: Record<string, FacetCount[]> = {};
	for (const group of FACET_GROUPS) facets[group] = [];
	snapshot.values.forEach(({ group, id, name, parent }, value) => {
		const count = counts.values[value] ?? 0;
		const selected = isSelected(query, group, id);
		if (count === 0 && !selected) return;
		const broader = parent === null ? undefined : snapshot.values[parent]?.id;
		facets[group]?.push(
			broader === undefined ? { id, name, count, selected } : { id, name, count, selected, parent: broader },
		);
	});
	const { openNow, states, bands } = counts;
	facets.open_now = [
		{ id: "true", name: snapshot.meta.open_now_name, count: openNow, selected: query.open_now === true },
	];
	facets.freshness = FRESHNESS.map((id, state) => ({ id, name: id, count: states[state] ?? 0, selected: false }));
	facets.completeness = COMPLETENESS_BANDS.map((id, band) => ({
		id,
		name: id,
		count: bands[band] ?? 0,
		selected: false,
	}));
	return facets;
}

function isSelected(query: SearchQuery, group: FacetGroup, id: string): boolean {
	if (group === "free") return query.free === true;
	if (group === "age") return false;
	return query[group]?.includes(id) ?? false;
}
