import type { Authority } from "#domain/places/authority.ts";
import type { AuthorityBook } from "#domain/places/authority-book.ts";
import { NATIONS, type Nation, nationOf } from "#domain/places/nation.ts";
import type { Middle } from "#domain/places/outcode-middles.ts";
import type { Postcode } from "#domain/places/postcode.ts";
import { outcodeMiddle, patchesNear, patchesOf, sectorMiddle } from "#domain/places/table/look-up.ts";
import type { PlaceTable } from "#domain/places/table/place-table.ts";
import { NATION_PATCH } from "#domain/places/table/sector.ts";

/** A sector that an area's own file names as its own, with its middle in degrees. */
export type OwnSector = { readonly area: string } & Middle;

/** What we know of places, on a day. */
export type Ground = {
	/** Null until one is imported. */
	readonly table: PlaceTable | null;
	/** By sector, "ZZ1 1". */
	readonly ownSectors: ReadonlyMap<string, OwnSector>;
	/** Rough middles by outcode. */
	readonly outcodes: ReadonlyMap<string, Middle>;
	readonly book: AuthorityBook;
	/** In London, "2027-04-01": authorities come and go. */
	readonly day: string;
};

export type Located = {
	readonly postcode: Postcode;
	/** `border` where it may be one of two, null where no place in these islands has such a postcode. */
	readonly nation: Nation | "border" | null;
	/** Slugs of areas that name the sector as their own. */
	readonly areas: readonly string[];
	/** Those that may answer for children there, likeliest first. */
	readonly authorities: readonly Authority[];
	/** True where there can be no doubt: one authority, or one area, and a whole postcode. */
	readonly sure: boolean;
	/** Others that answer for the same sector or outcode, nearest first. */
	readonly near: readonly Authority[];
	/** Null where we know none. */
	readonly point: PlacePoint | null;
};

/** A place in degrees; `precision` says what the point stands for. */
export type PlacePoint = Middle & { readonly precision: "postcode" | "sector" | "outcode" };

/**
 * A sector typed without its space ("SK91") looks like an outcode. Where nobody knows such an outcode, and the one before
 * its last digit is known, that is what was meant.
 */
export function likelyReading(ground: Ground, postcode: Postcode): Postcode {
	const [, outcode, digit] = /^([A-Z]{1,2}\d[A-Z\d]?)(\d)$/.exec(postcode.sector ? "" : postcode.outcode) ?? [];
	if (!outcode || !digit || pointOf(ground, postcode) || !pointOf(ground, { outcode })) return postcode;
	return { outcode, sector: `${outcode} ${digit}` };
}

/** Who answers for a postcode or the beginning of one. The table knows best, then what areas say of themselves. */
export function locate(ground: Ground, postcode: Postcode): Located {
	const { table, book, day } = ground;
	const point = pointOf(ground, postcode);
	const own = ownAreas(ground, postcode);
	const found = table ? patchesOf(table, postcode) : { patches: [], sure: false };
	if (found.patches.length === 0 && own.length > 0) {
		const sure = own.length === 1 && postcode.unit !== undefined;
		return { postcode, nation: "england", areas: own, authorities: [], sure, near: [], point };
	}
	const answers = (patches: readonly string[]) => [...new Set(patches.flatMap((patch) => book.onDay(patch, day)))];
	const authorities = answers(found.patches);
	const near = table ? answers(patchesNear(table, postcode)).filter((each) => !authorities.includes(each)) : [];
	return {
		postcode,
		nation: nationIn(found.patches) ?? nationOf(postcode.outcode),
		areas: [],
		authorities,
		sure: found.sure && authorities.length === 1,
		near,
		point,
	};
}

/** The most precise point we know: of the sector, else of the outcode. Null where we know neither. */
export function pointOf(ground: Ground, { sector, outcode }: Postcode): PlacePoint | null {
	const { table, ownSectors, outcodes } = ground;
	const ofSector = sector ? ((table && sectorMiddle(table, sector)) ?? ownSectors.get(sector)) : null;
	if (ofSector) return placed(ofSector, "sector");
	const ofOutcode =
		(table && outcodeMiddle(table, outcode)) ?? meanOf(within(ground, outcode)) ?? outcodes.get(outcode);
	return ofOutcode ? placed(ofOutcode, "outcode") : null;
}

function placed({ latitude, longitude }: Middle, precision: PlacePoint["precision"]): PlacePoint {
	return { latitude, longitude, precision };
}

/** The areas that name the sector; where none does, those that name another of its outcode. */
function ownAreas(ground: Ground, { sector, outcode }: Postcode): readonly string[] {
	const own = sector ? ground.ownSectors.get(sector) : undefined;
	return own ? [own.area] : [...new Set(within(ground, outcode).map(({ area }) => area))];
}

function within({ ownSectors }: Ground, outcode: string): readonly OwnSector[] {
	return [...ownSectors].flatMap(([sector, own]) => (sector.startsWith(`${outcode} `) ? [own] : []));
}

function meanOf(middles: readonly Middle[]): Middle | null {
	if (middles.length === 0) return null;
	const mean = (pick: (middle: Middle) => number) =>
		middles.reduce((sum, middle) => sum + pick(middle), 0) / middles.length;
	return { latitude: mean(({ latitude }) => latitude), longitude: mean(({ longitude }) => longitude) };
}

/** The one nation of some patches, `border` for several, null where they do not say. A way of authorities is England's. */
function nationIn(patches: readonly string[]): Nation | "border" | null {
	const nations = new Set(
		patches.flatMap((patch) => {
			if (!patch.startsWith(NATION_PATCH)) return ["england" as const];
			return NATIONS.filter((nation) => patch === `${NATION_PATCH}${nation}`);
		}),
	);
	const [only, ...others] = nations;
	return others.length > 0 ? "border" : (only ?? null);
}
