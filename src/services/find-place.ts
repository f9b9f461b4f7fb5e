import type { Area } from "#domain/directory/area.ts";
import type { Authority } from "#domain/places/authority.ts";
import type { Nation } from "#domain/places/nation.ts";
import { servingArea } from "#domain/places/serving-area.ts";
import type { Dependencies, Point } from "#ports.ts";

/** A council, as far as a person needs it: `slug` where it is served here. */
export type PlaceArea = {
	readonly slug?: string;
	readonly gss_code?: string;
	readonly name: string;
	/** True where its directory and its ways to people are here. */
	readonly served: boolean;
};

export type FoundPlace = {
	/** As we read it: "SK9 1AB", or as much of it as was given. */
	readonly postcode: string;
	/** `border` where it may be in England or across its border, null where no place has such a postcode. */
	readonly nation: Nation | "border" | null;
	/** One to three councils that may answer for children there, those that we serve first; empty where we do not know. */
	readonly areas: readonly PlaceArea[];
	/** Whether `areas` is sure, or only near. Null where there is none. */
	readonly precision: "exact" | "approximate" | null;
	readonly point?: Point;
	/** Others around, for a person who says that it is none of these. */
	readonly other_authorities?: readonly PlaceArea[];
};

export type PlaceNeeds = Pick<Dependencies, "places" | "content" | "areas">;

const MOST_AREAS = 3;
const MOST_OTHERS = 6;

/** Where a postcode lies and who answers for children there. Null for what is no postcode, nor the beginning of one. */
export async function findPlace(deps: PlaceNeeds, text: string): Promise<FoundPlace | null> {
	const located = await deps.places.locate(text);
	if (!located) return null;
	const [served, point] = await Promise.all([servedAreas(deps), deps.places.point(text)]);
	const { outcode, sector, unit } = located.postcode;
	const own = located.areas.flatMap((slug) => served.find((area) => area.slug === slug) ?? []).map(ofArea);
	const likely = servedFirst([...own, ...located.authorities.map((authority) => ofAuthority(deps, authority, served))]);
	const areas = likely.slice(0, MOST_AREAS);
	const near = located.near.map((authority) => ofAuthority(deps, authority, served));
	const others = [...likely.slice(MOST_AREAS), ...servedFirst(near)].slice(0, MOST_OTHERS);
	return {
		postcode: unit ?? sector ?? outcode,
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
