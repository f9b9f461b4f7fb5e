import { areaLettersOf } from "#domain/places/nation.ts";
import { type DirectoryRow, STANDINGS } from "#domain/places/onspd/row.ts";
import type { Middle } from "#domain/places/outcode-middles.ts";
import { NATION_PATCH, type Run, type Sector, UNKNOWN_PATCH } from "#domain/places/table/sector.ts";
import { UNIT_CODES, unitCode } from "#domain/places/table/unit-code.ts";

/** What a sector's rows have said so far. */
type Tally = {
	/** Per unit: its patch and standing together, 0 where nobody has named it. */
	readonly units: Uint16Array;
	/** Per standing: sum of latitudes, sum of longitudes, how many. */
	readonly sums: Float64Array;
};

export type Gathered = { readonly patches: readonly string[]; readonly sectors: readonly Sector[] };

/**
 * Takes rows in any order and holds no more than a few kilobytes a sector, however many rows there are. Two rows for one
 * postcode: the one in use counts, else the later.
 * @param wayOf the way of a district's authorities, null for a code that is not known
 */
export function sectorGatherer(wayOf: (district: string) => string | null) {
	const tallies = new Map<string, Tally>();
	const patches: string[] = [];
	const patchNumbers = new Map<string, number>();
	const unknown = new Map<string, number>();

	function patchOf({ nation, district }: DirectoryRow): number {
		const way = nation === "england" ? wayOf(district) : null;
		if (nation === "england" && way === null) unknown.set(district, (unknown.get(district) ?? 0) + 1);
		const patch = way ?? (nation === null || nation === "england" ? UNKNOWN_PATCH : `${NATION_PATCH}${nation}`);
		const known = patchNumbers.get(patch);
		if (known !== undefined) return known;
		patchNumbers.set(patch, patches.length);
		patches.push(patch);
		return patches.length - 1;
	}

	function add(row: DirectoryRow): void {
		let tally = tallies.get(row.sector);
		if (!tally) {
			tally = { units: new Uint16Array(UNIT_CODES), sums: new Float64Array(3 * STANDINGS.length) };
			tallies.set(row.sector, tally);
		}
		const standing = STANDINGS.indexOf(row.standing);
		const entry = patchOf(row) * STANDINGS.length + standing + 1;
		const unit = unitCode(row.unit);
		const before = tally.units[unit] ?? 0;
		if (before === 0 || (before - 1) % STANDINGS.length <= standing) tally.units[unit] = entry;
		if (!row.point) return;
		const { sums } = tally;
		sums[standing * 3] = (sums[standing * 3] ?? 0) + row.point.latitude;
		sums[standing * 3 + 1] = (sums[standing * 3 + 1] ?? 0) + row.point.longitude;
		sums[standing * 3 + 2] = (sums[standing * 3 + 2] ?? 0) + 1;
	}

	/** The sectors of England, and those around its borders, so that a postcode just across is known for what it is. */
	function gathered(): Gathered {
		const sectors = [...tallies].map(([sector, tally]) => ({
			sector,
			middle: middleOf(tally),
			runs: runsOf(tally.units),
		}));
		const outside = new Set(patches.flatMap((patch, number) => (patch.startsWith(NATION_PATCH) ? [number] : [])));
		const english = new Set(
			sectors
				.filter(({ runs }) => runs.some(({ patch }) => !outside.has(patch)))
				.map(({ sector }) => areaLettersOf(sector)),
		);
		return { patches, sectors: sectors.filter(({ sector }) => english.has(areaLettersOf(sector))) };
	}

	return { add, gathered, unknownDistricts: (): ReadonlyMap<string, number> => unknown };
}

/** Of the postcodes where people live; where there are none, of the next kind that has points. */
function middleOf({ sums }: Tally): Middle | null {
	for (let standing = STANDINGS.length - 1; standing >= 0; standing -= 1) {
		const count = sums[standing * 3 + 2] ?? 0;
		if (count > 0)
			return { latitude: (sums[standing * 3] ?? 0) / count, longitude: (sums[standing * 3 + 1] ?? 0) / count };
	}
	return null;
}

function runsOf(units: Uint16Array): readonly Run[] {
	const runs: Run[] = [];
	units.forEach((entry, unit) => {
		if (entry === 0) return;
		const patch = Math.floor((entry - 1) / STANDINGS.length);
		const last = runs.at(-1);
		if (last?.patch === patch) runs[runs.length - 1] = { ...last, last: unit };
		else runs.push({ first: unit, last: unit, patch });
	});
	return runs;
}
