import type { PlaceArea } from "#domain/places/found-place.ts";
import { findPlace, type PlaceNeeds } from "#services/find-place.ts";

/** An area whose directory is here. */
export type ServedArea = { readonly slug: string; readonly name: string };

export type PlacesAround = {
	/** Other councils at or around the place whose directories are here, the nearest first. */
	readonly neighbours: readonly ServedArea[];
	/** The council that the place surely belongs to, where it is not the one asked. */
	readonly elsewhere: PlaceArea | null;
};

const NOBODY: PlacesAround = { neighbours: [], elsewhere: null };
const MOST_NEIGHBOURS = 3;

/** What lies around a place that somebody searches near, as seen from an area. Never throws: a search goes on without it. */
export async function placesAround(deps: PlaceNeeds, area: string, near: string): Promise<PlacesAround> {
	const place = near.trim() === "" ? null : await findPlace(deps, near).catch(() => null);
	if (!place) return NOBODY;
	const neighbours = [...place.areas, ...(place.other_authorities ?? [])].flatMap(({ slug, name, served }) =>
		served && slug !== undefined && slug !== area ? [{ slug, name }] : [],
	);
	const [first] = place.areas;
	const sure = place.precision === "exact" && place.areas.length === 1 && first?.slug !== area;
	return { neighbours: neighbours.slice(0, MOST_NEIGHBOURS), elsewhere: (sure && first) || null };
}
