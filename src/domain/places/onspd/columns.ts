import { csvFields } from "#domain/places/onspd/csv-fields.ts";

/** What we read of the ONS Postcode Directory, and what its editions and its sister file (NSPL) call it, best first. */
const COLUMNS = [
	{ column: "postcode", calledRe: [/^pcds$/, /^pcd8$/, /^pcd2$/, /^pcd7?$/, /^postcode$/], needed: true },
	{ column: "district", calledRe: [/^lad\d{2}cd$/, /^oslaua$/, /^laua$/, /^ladcd$/], needed: true },
	{ column: "latitude", calledRe: [/^lat$/, /^latitude$/], needed: true },
	{ column: "longitude", calledRe: [/^long$/, /^longitude$/, /^lng$/], needed: true },
	{ column: "terminated", calledRe: [/^doterm$/], needed: false },
	{ column: "user", calledRe: [/^usertype$/, /^usrtypind$/], needed: false },
	{ column: "country", calledRe: [/^ctry\d{2}cd$/, /^ctry$/, /^ctrycd$/], needed: false },
] as const;
export type ColumnName = (typeof COLUMNS)[number]["column"];

/** Which field numbers to read, ascending, and what each is. */
export type Columns = {
	readonly kind: "columns";
	readonly fields: readonly number[];
	readonly names: readonly ColumnName[];
};

/** More would be no header: a picture, an archive, a page. */
const MOST_COLUMNS = 400;

/** Finds the columns by a file's first line. Of several of one kind (lad23cd, lad25cd) the newest counts. */
export function findColumns(
	header: string,
): Columns | { readonly kind: "unknown"; readonly missing: readonly ColumnName[]; readonly seen: readonly string[] } {
	const line = header.replace(/^\ufeff/, "");
	const count = Math.min(MOST_COLUMNS, line.split(",").length);
	const seen = (csvFields(line, [...Array(count).keys()]) ?? []).map((name) => name.trim().toLowerCase());
	const placed = COLUMNS.map(({ column, calledRe }) => ({ column, field: fieldOf(seen, calledRe) }));
	const missing = COLUMNS.filter(({ needed }, index) => needed && (placed[index]?.field ?? -1) < 0);
	if (missing.length > 0) return { kind: "unknown", missing: missing.map(({ column }) => column), seen };
	const found = placed.filter(({ field }) => field >= 0).toSorted((a, b) => a.field - b.field);
	return { kind: "columns", fields: found.map(({ field }) => field), names: found.map(({ column }) => column) };
}

function fieldOf(seen: readonly string[], calledRe: readonly RegExp[]): number {
	for (const called of calledRe) {
		const newest = seen
			.filter((name) => called.test(name))
			.toSorted()
			.at(-1);
		if (newest !== undefined) return seen.indexOf(newest);
	}
	return -1;
}
