import type { Area } from "#domain/directory/area.ts";
import type { Dependencies } from "#ports.ts";
import { type PlaceNeeds, servedAreas } from "#services/find-place.ts";
import { placesAround } from "#services/places-around.ts";

/** A search asks no database: which areas there are is looked up once in so many milliseconds. */
const KEPT_FOR = 60_000;
const kept = new WeakMap<Dependencies["areas"], { readonly at: number; readonly areas: readonly Area[] }>();

/** Short names of the areas at and around a place whose directories are here, the one asked apart. Never throws. */
export async function neighbourAreas(
	deps: PlaceNeeds & Pick<Dependencies, "clock">,
	area: string,
	near: string,
): Promise<readonly string[]> {
	const areas = { ...deps.areas, list: () => listed(deps) };
	const { neighbours } = await placesAround({ ...deps, areas }, area, near);
	return neighbours.map(({ slug }) => slug);
}

/** Every area whose directory is here, for somebody whose place we do not know. */
export async function areasToChoose(
	deps: Pick<Dependencies, "areas" | "content" | "clock">,
): Promise<readonly { readonly slug: string; readonly name: string }[]> {
	const areas = { ...deps.areas, list: () => listed(deps) };
	return (await servedAreas({ content: deps.content, areas })).map(({ slug, name }) => ({ slug, name }));
}

async function listed({ areas, clock }: Pick<Dependencies, "areas" | "clock">): Promise<readonly Area[]> {
	const now = clock.now().getTime();
	const known = kept.get(areas);
	if (known && now - known.at < KEPT_FOR) return known.areas;
	const found = await areas.list();
	kept.set(areas, { at: now, areas: found });
	return found;
}
