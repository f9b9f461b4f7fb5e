import type { Area } from "#domain/directory/area.ts";
import type { Authority } from "#domain/places/authority.ts";
import type { FoundPlace, PlaceArea } from "#domain/places/found-place.ts";
import { servingArea } from "#domain/places/serving-area.ts";
import type { Dependencies } from "#ports.ts";

export type PlaceNeeds = Pick<Dependencies, "places" | "content" | "areas">;

const MOST_AREAS = 3;
const MOST_OTHERS = 6;

/** Where a postcode lies and who answers for children there. Null for what is no postcode, nor the beginning of one. */
export async function findPlace(deps: PlaceNeeds, text: string): Promise<FoundPlace | null> {
	const located = await deps.places.locate(text);
	if (!located) return null;
	const served = await servedAreas(deps);
	const { point, postcode } = located;
	const own = located.areas.flatMap((slug) => served.find((area) => area.slug === slug) ?? []).map(ofArea);
	const likely = servedFirst([...own, ...located.authorities.map((authority) => ofAuthority(deps, authority, served))]);
	const areas = likely.slice(0, MOST_AREAS);
	const near = located.near.map((authority) => ofAuthority(deps, authority, served));
	const others = [...likely.slice(MOST_AREAS), ...servedFirst(near)].slice(0, MOST_OTHERS);
	return {
		postcode: postcode.unit ?? postcode.sector ?? postcode.outcode,
		nation: located.nation,
		areas,
		precision: areas.length === 0 ? null : located.sure ? "exact" : "approximate",
		...(point ? { point } : {}),
		...(others.length > 0 ? { other_authorities: others } : {}),
	};
}

/** Every area that is served here: those of the build, and those that the database knows, if it can be asked. */
export async function servedAreas({ content, areas }: Pick<PlaceNeeds, "content" | "areas">): Promise<readonly Area[]> {
	const stored = await areas.list().catch(() => []);
	const known = new Map([...stored, ...content.content.areas].map((area) => [area.slug, area]));
	return [...known.values()];
}

/** An authority as a council to choose, with the area that serves it. */
export function ofAuthority(
	{ places }: Pick<PlaceNeeds, "places">,
	authority: Authority,
	served: readonly Area[],
): PlaceArea {
	const area = servingArea(authority, served, places.book);
	return {
		...(area ? { slug: area.slug } : {}),
		...(authority.gss_code ? { gss_code: authority.gss_code } : {}),
		name: authority.name,
		served: area !== null,
	};
}

function ofArea({ slug, gss_code, name }: Area): PlaceArea {
	return { slug, ...(gss_code ? { gss_code } : {}), name, served: true };
}

function servedFirst(areas: readonly PlaceArea[]): readonly PlaceArea[] {
	return areas.toSorted((a, b) => Number(b.served) - Number(a.served));
}
