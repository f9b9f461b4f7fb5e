/**
 * The table of postcodes as it stands in memory. A patch is what always has one authority: the authority's way
 * ("essex", "surrey/east-surrey"), a nation ("@wales") or "@unknown".
 */
export type PlaceTable = {
	readonly source: string;
	/** The day it was made, "2026-11-22". */
	readonly madeOn: string;
	readonly patches: readonly string[];
	/** An outcode's first sector and a bit for each digit that it has a sector for. */
	readonly outcodes: ReadonlyMap<string, { readonly first: number; readonly digits: number }>;
	/** Per sector: its patch, or MIXED. */
	readonly patchOf: Uint16Array;
	/** Per sector, in thousandths of a degree; NOWHERE where it is not known. */
	readonly latitudes: Int32Array;
	readonly longitudes: Int32Array;
	/** Per sector, the first of its runs; one more at the end. Only mixed sectors have any. */
	readonly runsFrom: Uint32Array;
	readonly runFirst: Uint16Array;
	readonly runLast: Uint16Array;
	readonly runPatch: Uint16Array;
};

export const MIXED = 0xffff;
export const NOWHERE = 0x7fffffff;
export const PER_DEGREE = 1000;

/** The number of a sector ("SK9 1") in the table, null where it is not there. */
export function sectorNumber(table: PlaceTable, sector: string): number | null {
	const [outcode = "", digit = ""] = sector.split(" ");
	const known = table.outcodes.get(outcode);
	const bit = 1 << Number(digit);
	if (!known || (known.digits & bit) === 0) return null;
	return known.first + bitsIn(known.digits & (bit - 1));
}

/** The numbers of an outcode's sectors. */
export function sectorNumbers(table: PlaceTable, outcode: string): readonly number[] {
	const known = table.outcodes.get(outcode);
	return known ? Array.from({ length: bitsIn(known.digits) }, (_, index) => known.first + index) : [];
}

export function bitsIn(mask: number): number {
	let count = 0;
	for (let rest = mask; rest !== 0; rest &= rest - 1) count += 1;
	return count;
}
