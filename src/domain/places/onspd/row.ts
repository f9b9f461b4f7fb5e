import { type Nation, nationOfCode } from "#domain/places/nation.ts";
import type { ColumnName, Columns } from "#domain/places/onspd/columns.ts";
import { csvFields } from "#domain/places/onspd/csv-fields.ts";
import type { Middle } from "#domain/places/outcode-middles.ts";
import { parsePostcode } from "#domain/places/postcode.ts";

/** One postcode of the ONS Postcode Directory, as far as we need it. */
export type DirectoryRow = {
	readonly sector: string;
	/** The last two letters. */
	readonly unit: string;
	/** ONS code of its district, "E07000207". */
	readonly district: string;
	readonly nation: Nation | null;
	/** Null where it has no grid reference, which the directory writes as latitude 99.999999. */
	readonly point: Middle | null;
	readonly standing: Standing;
};

/**
 * How much a row says about its sector: a postcode where people live, one of a large user (an office, a post box whose
 * point is the sorting office), one that is no longer in use.
 */
export const STANDINGS = ["terminated", "large_user", "live"] as const;
export type Standing = (typeof STANDINGS)[number];

/** Reads a line; null for one whose postcode cannot be read, "open" where a quote is still open at its end. */
export function readRow(line: string, { fields, names }: Columns): DirectoryRow | null | "open" {
	const texts = csvFields(line, fields);
	if (texts === null) return "open";
	const text = (column: ColumnName) => (texts[names.indexOf(column)] ?? "").trim();
	const postcode = parsePostcode(text("postcode"));
	if (!postcode?.sector || !postcode.unit) return null;
	const district = text("district");
	return {
		sector: postcode.sector,
		unit: postcode.unit.slice(-2),
		district,
		nation: nationOfCode(district || text("country"), postcode.outcode),
		point: pointOf(text("latitude"), text("longitude")),
		standing: text("terminated") !== "" ? "terminated" : text("user") === "1" ? "large_user" : "live",
	};
}

/** The box around Great Britain, Northern Ireland, Man and the Channel Islands, in degrees. */
const BOX = { south: 49, north: 61.5, west: -9, east: 2.5 };

function pointOf(latitudeText: string, longitudeText: string): Middle | null {
	const latitude = Number(latitudeText || Number.NaN);
	const longitude = Number(longitudeText || Number.NaN);
	const inside = latitude >= BOX.south && latitude <= BOX.north && longitude >= BOX.west && longitude <= BOX.east;
	return inside ? { latitude, longitude } : null;
}
