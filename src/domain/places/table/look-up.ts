import type { Middle } from "#domain/places/outcode-middles.ts";
import type { Postcode } from "#domain/places/postcode.ts";
import {
	MIXED,
	NOWHERE,
	PER_DEGREE,
	type PlaceTable,
	sectorNumber,
	sectorNumbers,
} from "#domain/places/table/place-table.ts";
import { UNIT_CODES, unitCode } from "#domain/places/table/unit-code.ts";

/** Patches that a place may lie in, likeliest first. */
export type Patches = {
	readonly patches: readonly string[];
	/** True where the table knows this very postcode, or all of its sector, to lie in the one patch. */
	readonly sure: boolean;
};

/**
 * The patches of a postcode: of its unit where that is known; else of its sector; else of its outcode. Empty for a place
 * that the table does not know. A unit between two runs of different patches may lie in either, so both are answered.
 */
export function patchesOf(table: PlaceTable, postcode: Postcode): Patches {
	const sector = postcode.sector ? sectorNumber(table, postcode.sector) : null;
	if (sector === null)
		return { patches: named(table, weighed(table, sectorNumbers(table, postcode.outcode))), sure: false };
	const only = table.patchOf[sector] ?? MIXED;
	if (only !== MIXED) return { patches: named(table, [only]), sure: postcode.unit !== undefined };
	const all = weighed(table, [sector]);
	if (!postcode.unit) return { patches: named(table, all), sure: false };
	const near = aroundUnit(table, sector, unitCode(postcode.unit.slice(-2)));
	const [own] = near;
	if (near.length === 1 && own !== undefined) return { patches: named(table, [own]), sure: true };
	return { patches: named(table, [...new Set([...near, ...all])]), sure: false };
}

/** The patches of a sector's, then of its outcode's other postcodes: where a person may live who says "not that one". */
export function patchesNear(table: PlaceTable, { sector, outcode }: Postcode): readonly string[] {
	const own = sector ? sectorNumber(table, sector) : null;
	const nearest = own === null ? [] : weighed(table, [own]);
	return named(table, [...new Set([...nearest, ...weighed(table, sectorNumbers(table, outcode))])]);
}

/** The middle of a sector in degrees, null where the table has none. */
export function sectorMiddle(table: PlaceTable, sector: string): Middle | null {
	const number = sectorNumber(table, sector);
	return number === null ? null : middleOf(table, [number]);
}

/** The middle of an outcode's sectors. */
export function outcodeMiddle(table: PlaceTable, outcode: string): Middle | null {
	return middleOf(table, sectorNumbers(table, outcode));
}

function middleOf(table: PlaceTable, sectors: readonly number[]): Middle | null {
	const known = sectors.filter((sector) => table.latitudes[sector] !== NOWHERE);
	if (known.length === 0) return null;
	const mean = (column: Int32Array) =>
		known.reduce((sum, sector) => sum + (column[sector] ?? 0), 0) / known.length / PER_DEGREE;
	return { latitude: mean(table.latitudes), longitude: mean(table.longitudes) };
}

/** The patch of the run that holds the unit; else those of the runs before and after it. */
function aroundUnit(table: PlaceTable, sector: number, unit: number): readonly number[] {
	const from = table.runsFrom[sector] ?? 0;
	const to = table.runsFrom[sector + 1] ?? from;
	let after = from;
	while (after < to && (table.runLast[after] ?? 0) < unit) after += 1;
	if (after < to && (table.runFirst[after] ?? 0) <= unit) return [table.runPatch[after] ?? 0];
	const beside = [after - 1, after].filter((run) => run >= from && run < to).map((run) => table.runPatch[run] ?? 0);
	// Before the first run and after the last there is one neighbour only, and nothing that makes it sure.
	return beside.length === 1 ? [...beside, ...weighed(table, [sector])] : beside;
}

/** The patches of some sectors, the one with the most units first. */
function weighed(table: PlaceTable, sectors: readonly number[]): readonly number[] {
	const weights = new Map<number, number>();
	const add = (patch: number, weight: number) => weights.set(patch, (weights.get(patch) ?? 0) + weight);
	for (const sector of sectors) {
		const only = table.patchOf[sector] ?? MIXED;
		if (only !== MIXED) {
			add(only, UNIT_CODES);
			continue;
		}
		const runs = Array.from(
			{ length: (table.runsFrom[sector + 1] ?? 0) - (table.runsFrom[sector] ?? 0) },
			(_, index) => (table.runsFrom[sector] ?? 0) + index,
		);
		const length = (run: number) => (table.runLast[run] ?? 0) - (table.runFirst[run] ?? 0) + 1;
		const whole = runs.reduce((sum, run) => sum + length(run), 0);
		for (const run of runs) add(table.runPatch[run] ?? 0, (length(run) / whole) * UNIT_CODES);
	}
	return [...weights].toSorted(([a, x], [b, y]) => y - x || a - b).map(([patch]) => patch);
}

function named(table: PlaceTable, patches: readonly number[]): readonly string[] {
	return patches.map((patch) => table.patches[patch] ?? "");
}
