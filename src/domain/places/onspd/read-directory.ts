import { type Columns, findColumns } from "#domain/places/onspd/columns.ts";
import { type Gathered, sectorGatherer } from "#domain/places/onspd/gather-sectors.ts";
import { type DirectoryRow, readRow } from "#domain/places/onspd/row.ts";

/** What came of the rows of a postcode directory. */
export type DirectoryCounts = {
	readonly rows: number;
	/** In England; the rest lie elsewhere. */
	readonly england: number;
	readonly terminated: number;
	readonly largeUsers: number;
	readonly withoutPoint: number;
	readonly unreadable: number;
	/** The first few of these lines, cut short. */
	readonly examples: readonly string[];
	/** Codes of English districts that we do not know, with how many rows name each. */
	readonly unknownDistricts: readonly (readonly [string, number])[];
};

export type DirectoryReader = {
	/** The first line of each file names its columns. Says what is wrong with it; null when all is well. */
	readonly begin: (header: string) => string | null;
	readonly line: (line: string) => void;
	readonly result: () => Gathered & { readonly counts: DirectoryCounts };
};

const MOST_EXAMPLES = 3;
const LONGEST_EXAMPLE = 80;

/**
 * Reads a postcode directory line by line, in one file or several, holding a few kilobytes for each sector.
 * @param wayOf see `AuthorityBook`
 */
export function directoryReader(wayOf: (district: string) => string | null): DirectoryReader {
	const sectors = sectorGatherer(wayOf);
	const examples: string[] = [];
	const counts = { rows: 0, england: 0, terminated: 0, largeUsers: 0, withoutPoint: 0, unreadable: 0 };
	let columns: Columns | null = null;
	/** A line whose last quote has not closed yet. */
	let open = "";

	function take(row: DirectoryRow): void {
		if (row.nation === "england") counts.england += 1;
		if (row.standing === "terminated") counts.terminated += 1;
		if (row.standing === "large_user") counts.largeUsers += 1;
		if (!row.point) counts.withoutPoint += 1;
		sectors.add(row);
	}

	function reject(line: string): void {
		counts.unreadable += 1;
		if (examples.length < MOST_EXAMPLES) examples.push(line.slice(0, LONGEST_EXAMPLE));
	}

	return {
		begin: (header) => {
			const found = findColumns(header);
			open = "";
			columns = found.kind === "columns" ? found : null;
			return found.kind === "columns" ? null : whatIsMissing(found.missing, found.seen);
		},
		line: (text) => {
			if (!columns || (text.trim() === "" && open === "")) return;
			const whole = open === "" ? text : `${open}\n${text}`;
			const row = readRow(whole, columns);
			// A quote left open for longer than this was never meant to close.
			if (row === "open" && whole.length < 10_000) {
				open = whole;
				return;
			}
			open = "";
			counts.rows += 1;
			if (row === null || row === "open") reject(whole);
			else take(row);
		},
		result: () => {
			const unread = open === "" ? 0 : 1;
			return {
				...sectors.gathered(),
				counts: {
					...counts,
					rows: counts.rows + unread,
					unreadable: counts.unreadable + unread,
					examples,
					unknownDistricts: [...sectors.unknownDistricts()].toSorted(([, a], [, b]) => b - a),
				},
			};
		},
	};
}

function whatIsMissing(missing: readonly string[], seen: readonly string[]): string {
	const columns = seen.filter((name) => name !== "").slice(0, 12);
	return `No column was found for: ${missing.join(", ")}. The ONS Postcode Directory calls them pcds, oslaua (or lad25cd), lat and long. This file begins with: ${columns.join(", ") || "nothing"}.`;
}
