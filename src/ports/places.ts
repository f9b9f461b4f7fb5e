import type { AuthorityBook } from "#domain/places/authority-book.ts";
import type { NamedCouncil } from "#domain/places/authority-names.ts";
import type { Located, PlacePoint } from "#domain/places/locate.ts";

/** Where a postcode, a sector ("SK9 1") or an outcode lies, from tables of our own unless a lookup was switched on. */
export type Places = {
	/** The authorities of England, by code, by district and by day. */
	readonly book: AuthorityBook;
	/** Null for what is no postcode, nor the beginning of one. */
	readonly locate: (text: string) => Promise<Located | null>;
	/** Null where we do not know it. */
	readonly point: (text: string) => Promise<Point | null>;
	/** Of many postcodes at once, never asking anyone outside; without those that we do not know. */
	readonly points: (postcodes: readonly string[]) => Promise<ReadonlyMap<string, Point>>;
	/** The slug of the area that serves it, null where none of ours surely does. */
	readonly areaOf: (postcode: string) => Promise<string | null>;
	/** Councils by their name or a district's, as a person types it: all of them for no text. */
	readonly councils: (text: string) => readonly NamedCouncil[];
};

/** Degrees; `precision` says what the point stands for. */
export type Point = PlacePoint;

/** The table of postcodes as the database keeps it: one packed value for all areas. */
export type PlaceTables = {
	/** The newest stored version, null when there is none. */
	readonly version: () => Promise<number | null>;
	readonly load: () => Promise<StoredPlaceTable | null>;
	/** Stores the next version in one statement. `source` names the file it was made from; `size` is what it takes, packed. */
	readonly publish: (
		bytes: Uint8Array,
		source: string,
		at: Date,
	) => Promise<{ readonly version: number; readonly size: number }>;
};

export type StoredPlaceTable = { readonly version: number; readonly bytes: Uint8Array };
