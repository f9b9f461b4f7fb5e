import { parsePostcode } from "#domain/places/postcode.ts";
import type { Places, Point } from "#ports.ts";

/** A sector ("ZZ1 1") with the area that serves it and its middle, in degrees. */
export type KnownSector = {
	readonly sector: string;
	readonly area: string;
	readonly latitude: number;
	readonly longitude: number;
};

/** Places from a table held in memory: nothing is asked of anyone outside, and nothing of it is kept. */
export function createPlaces(sectors: readonly KnownSector[]): Places {
	const bySector = new Map(sectors.map((known) => [known.sector, known]));
	const byOutcode = Map.groupBy(sectors, (known) => known.sector.split(" ")[0] ?? "");
	return {
		point: async (text) => pointOf(text, bySector, byOutcode),
		areaOf: async (postcode) => {
			const parsed = parsePostcode(postcode);
			const exact = bySector.get(parsed?.sector ?? "");
			if (exact) return exact.area;
			const areas = new Set((byOutcode.get(parsed?.outcode ?? "") ?? []).map((known) => known.area));
			const [only, ...others] = areas;
			return only !== undefined && others.length === 0 ? only : null;
		},
	};
}

function pointOf(
	text: string,
	bySector: ReadonlyMap<string, KnownSector>,
	byOutcode: ReadonlyMap<string, readonly KnownSector[]>,
): Point | null {
	const parsed = parsePostcode(text);
	const exact = bySector.get(parsed?.sector ?? "");
	if (exact) return { latitude: exact.latitude, longitude: exact.longitude, precision: "sector" };
	const known = byOutcode.get(parsed?.outcode ?? "") ?? [];
	if (known.length === 0) return null;
	const middle = (pick: (sector: KnownSector) => number) =>
		known.reduce((sum, each) => sum + pick(each), 0) / known.length;
	return {
		latitude: middle((each) => each.latitude),
		longitude: middle((each) => each.longitude),
		precision: "outcode",
	};
}
