import type { Gathered } from "#domain/places/onspd/gather-sectors.ts";
import type { DirectoryCounts } from "#domain/places/onspd/read-directory.ts";
import { decodeTable } from "#domain/places/table/decode-table.ts";
import { encodeTable } from "#domain/places/table/encode-table.ts";
import type { Dependencies } from "#ports.ts";

export type PublishPlacesInput = Gathered & {
	readonly counts: DirectoryCounts;
	/** The name of the file it comes from. */
	readonly source: string;
	/** Take it although it holds much less than the table before. */
	readonly smaller: boolean;
};

export type PublishedPlaces =
	| {
			readonly kind: "published";
			readonly version: number;
			readonly sectors: number;
			/** Sectors that more than one council shares. */
			readonly mixed: number;
			/** Bytes, as it is read and as it is stored. */
			readonly bytes: number;
			readonly stored: number;
	  }
	/** Nothing was changed, and the table before serves on. */
	| { readonly kind: "refused"; readonly reason: string };

/** Above these shares of its rows a file is damaged, or newer than our list of districts. */
const MOST_UNREADABLE = 0.05;
const MOST_UNKNOWN = 0.01;
/** A new table with a smaller share than this of the sectors before is part of a directory. */
const LEAST_SECTORS = 0.8;

/** Makes the table of postcodes from what was gathered and publishes it, whole or not at all. */
export async function publishPlaces(
	deps: Pick<Dependencies, "placeTables" | "clock">,
	{ patches, sectors, counts, source, smaller }: PublishPlacesInput,
): Promise<PublishedPlaces> {
	const reason = whyNot(counts) ?? (smaller ? null : await whySmaller(deps, sectors.length));
	if (reason !== null) return { kind: "refused", reason };
	const at = deps.clock.now();
	const bytes = encodeTable({ source, madeOn: at.toISOString().slice(0, 10), patches, sectors });
	const { version, size } = await deps.placeTables.publish(bytes, source, at);
	const mixed = sectors.filter(({ runs }) => runs.length > 1).length;
	return { kind: "published", version, sectors: sectors.length, mixed, bytes: bytes.length, stored: size };
}

function whyNot({ rows, england, unreadable, unknownDistricts }: DirectoryCounts): string | null {
	if (unreadable > rows * MOST_UNREADABLE)
		return `${unreadable} of ${rows} rows have no postcode that can be read. Download the file again.`;
	const unknown = unknownDistricts.reduce((sum, [, count]) => sum + count, 0);
	if (england === unknown) return "No postcode of England with a district that we know was found.";
	if (unknown <= england * MOST_UNKNOWN) return null;
	const codes = unknownDistricts.slice(0, 10).map(([code, count]) => `${code} (${count})`);
	return `Districts that we do not know hold ${unknown} of ${england} postcodes: ${codes.join(", ")}. Add them to content/places/districts.csv with their authority.`;
}

async function whySmaller({ placeTables }: Pick<Dependencies, "placeTables">, sectors: number): Promise<string | null> {
	const before = await placeTables.load().catch(() => null);
	const read = before && decodeTable(before.bytes);
	if (read?.kind !== "table") return null;
	const had = read.table.patchOf.length;
	if (sectors >= had * LEAST_SECTORS) return null;
	return `It holds ${sectors} sectors; the table before held ${had}. Is it the whole directory? Say --smaller if this is meant.`;
}
