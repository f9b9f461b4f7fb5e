import type { HeldTable } from "#adapters/places/held-table.ts";
import type { Lookup } from "#adapters/places/postcodes-io.ts";
import type { Area } from "#domain/directory/area.ts";
import { dateOf } from "#domain/hours/local-date.ts";
import { wallTimeAt } from "#domain/hours/zone-clock.ts";
import type { PlacesContent } from "#domain/places/authority.ts";
import { createAuthorityBook } from "#domain/places/authority-book.ts";
import { councilsNamed } from "#domain/places/authority-names.ts";
import { type Ground, type Located, likelyReading, locate, type OwnSector, pointOf } from "#domain/places/locate.ts";
import { type Middle, unpackOutcodes } from "#domain/places/outcode-middles.ts";
import { type Postcode, parsePostcode } from "#domain/places/postcode.ts";
import { servingArea } from "#domain/places/serving-area.ts";
import type { Clock } from "#ports/clock.ts";
import type { Places, Point } from "#ports/places.ts";

type Needs = {
	readonly content: PlacesContent;
	/** Sectors that areas of this build name as their own. */
	readonly ownSectors: ReadonlyMap<string, OwnSector>;
	readonly table: HeldTable;
	readonly clock: Clock;
	/** Every area that is served here. */
	readonly areas: () => Promise<readonly Area[]>;
	/** Asked about a whole postcode that our own tables do not know; null to ask nobody. */
	readonly lookup: Lookup | null;
};

/** Places from tables held in memory. Nothing that is asked is kept, and without a lookup nothing leaves the machine. */
export function createPlaces({ content, ownSectors, table, clock, areas, lookup }: Needs): Places {
	const book = createAuthorityBook(content);
	let outcodes: ReadonlyMap<string, Middle> | undefined;

	function today(): string {
		return dateOf(wallTimeAt("Europe/London", clock.now().getTime()).day);
	}

	async function ground(): Promise<Ground> {
		outcodes ??= unpackOutcodes(content.outcodes);
		return { table: await table.newest(), ownSectors, outcodes, book, day: today() };
	}

	async function found(typed: Postcode): Promise<Located> {
		const known = await ground();
		const postcode = likelyReading(known, typed);
		const own = locate(known, postcode);
		const told = isKnown(own) || !postcode.unit ? null : await lookup?.(postcode.unit);
		if (!told) return own;
		const authorities = book.onDay(book.wayOf(told.district) ?? "", known.day);
		const near = own.authorities.filter((authority) => !authorities.includes(authority));
		return {
			...own,
			nation: told.nation ?? own.nation,
			authorities,
			sure: authorities.length === 1,
			near: [...near, ...own.near],
			point: told.point ? { ...told.point, precision: "postcode" } : own.point,
		};
	}

	async function pointFound(postcode: Postcode): Promise<Point | null> {
		const known = await ground();
		const own = pointOf(known, likelyReading(known, postcode));
		return own?.precision === "sector" ? own : (await found(postcode)).point;
	}

	return {
		book,
		locate: async (text) => {
			const postcode = parsePostcode(text);
			return postcode && found(postcode);
		},
		point: async (text) => {
			const postcode = parsePostcode(text);
			return postcode && pointFound(postcode);
		},
		points: async (postcodes) => {
			const known = await ground();
			return new Map(
				postcodes.flatMap((text) => {
					const postcode = parsePostcode(text);
					const point = postcode && pointOf(known, postcode);
					return point ? [[text, point] as const] : [];
				}),
			);
		},
		areaOf: async (text) => {
			const postcode = parsePostcode(text);
			if (!postcode) return null;
			const { areas: own, authorities } = await found(postcode);
			const [area, ...others] = own;
			if (area !== undefined) return others.length === 0 ? area : null;
			const [only, ...more] = authorities;
			if (!only || more.length > 0) return null;
			return servingArea(only, await areas(), book)?.slug ?? null;
		},
		councils: (text) => councilsNamed(book, content.districts, text, today()),
	};
}

/** Nobody need be asked about a place whose council, or whose nation outside England, is certain. */
function isKnown({ sure, areas, nation }: Located): boolean {
	return sure || areas.length > 0 || (nation !== "england" && nation !== "border");
}
