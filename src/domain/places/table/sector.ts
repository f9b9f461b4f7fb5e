import type { Middle } from "#domain/places/outcode-middles.ts";

/** Units that follow each other (see `unit-code.ts`) and lie in one patch, from the first known to the last known. */
export type Run = { readonly first: number; readonly last: number; readonly patch: number };

/** A sector on its way into a table. `runs` is one run where all its known postcodes lie in one patch. */
export type Sector = {
	/** "SK9 1". */
	readonly sector: string;
	/** Null where no postcode of it has a grid reference. */
	readonly middle: Middle | null;
	readonly runs: readonly Run[];
};

/** A patch that lies outside England, "@wales", or whose district we do not know. */
export const UNKNOWN_PATCH = "@unknown";
export const NATION_PATCH = "@";
