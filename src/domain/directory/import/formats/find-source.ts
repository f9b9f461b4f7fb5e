import { excerpt } from "#domain/directory/import/excerpt.ts";
import { isRecord } from "#domain/directory/import/fields.ts";
import { readTable, type Table } from "#domain/directory/import/formats/csv-table.ts";
import { fourTableNames, fourTables } from "#domain/directory/import/formats/four-tables.ts";
import { hsdsTableNames, hsdsTables } from "#domain/directory/import/formats/hsds-tables.ts";
import { type JsonFile, jsonSource } from "#domain/directory/import/formats/json-source.ts";
import { looksLikeJson, readJson } from "#domain/directory/import/formats/json-text.ts";
import { outpostTableNames, outpostTables } from "#domain/directory/import/formats/outpost-table.ts";
import type { Ledger } from "#domain/directory/import/ledger.ts";
import type { Source } from "#domain/directory/import/source.ts";

/** What can be imported, in words for the person who tried something else. */
export const KNOWN_FORMATS: readonly string[] = [
	"Open Referral UK version 3, 2 or 1 in JSON: a page, a list or one service",
	"one service in JSON on each line (ndjson)",
	"the HSDS package of CSV tables (services.csv, organizations.csv and so on)",
	"four related CSV tables: organisations, services, addresses, and which service is at which address",
	"Outpost's import table in CSV (with import_id and import_id_reference)",
];

export type Found =
	| { readonly kind: "source"; readonly source: Source }
	| { readonly kind: "unreadable"; readonly reason: string; readonly seen: readonly string[] };

/** Files that stand beside data and are no data. */
const BESIDE = /(?:^|\/)(?:readme|licen[cs]e|changelog|\.[^/]*)(?:\.[a-z]+)?$|\.(?:md|txt|pdf|png|jpe?g|docx?|html?)$/i;

/** Finds out what named texts hold, whatever their names. Several formats at once: the one with the most services. */
export function findSource(files: ReadonlyMap<string, string>, ledger: Ledger): Found {
	const json: JsonFile[] = [];
	const tables: Table[] = [];
	const seen: string[] = [];
	for (const [name, text] of files) {
		if (text.trim() === "") seen.push(`${name}: empty`);
		else if (BESIDE.test(name)) seen.push(`${name}: not data`);
		else if (looksLikeJson(text)) {
			const read = readJson(text);
			if (read.kind === "broken")
				return unreadable(`${name} is not whole JSON. ${read.reason}`, [`${name}: broken JSON`]);
			if (read.kind === "value" && read.controls > 0)
				ledger.repair(name, "", "control characters removed", `${read.controls} in the file's texts`, "");
			if (read.kind === "value") json.push({ name, kind: "value", value: read.value });
			else json.push({ name, kind: "lines", lines: read.lines });
			seen.push(`${name}: JSON, ${read.kind === "lines" ? "a value on each line" : shapeOf(read.value)}`);
		} else if (/^\ufeff?\s*</.test(text))
			return unreadable(`${name} is a web page or XML, not data.`, [`${name}: ${excerpt(text.trim())}`]);
		else {
			const table = readTable(name, text);
			if (table) tables.push(table);
			seen.push(
				table
					? `${name}: a table with the columns ${excerpt(table.columns.join(", "))}`
					: `${name}: ${excerpt(text.trim())}`,
			);
		}
	}
	for (const table of tables)
		for (const position of table.short)
			ledger.tally("row ends early, the rest read as empty", table.name, position, "");
	return choose(json, tables, seen, ledger);
}

function choose(json: readonly JsonFile[], tables: readonly Table[], seen: readonly string[], ledger: Ledger): Found {
	const inJson = jsonSource(json, ledger);
	// The package's own names for tables and columns leave no doubt; the four tables are told by the columns they share.
	const hsds = hsdsTables(tables);
	const related = hsds === null ? tables : [];
	const candidates = [
		{ source: inJson.source, files: inJson.files },
		{ source: hsds, files: new Set(hsdsTableNames(tables)) },
		{ source: outpostTables(tables, ledger), files: new Set(outpostTableNames(tables)) },
		{ source: fourTables(related), files: new Set(fourTableNames(related)) },
	];
	const counted = candidates.flatMap(({ source, files }) =>
		source === null ? [] : [{ source, files, count: source.services.length }],
	);
	const best = counted.reduce((a, b) => (b.count > a.count ? b : a));
	if (best.count === 0) {
		const empty = seen.length > 0 && seen.every((line) => line.endsWith(": empty"));
		return unreadable(empty ? "There is nothing in it." : "No services were found in it.", seen);
	}
	// Classifications often come as JSON beside tables.
	const terms =
		best.source === inJson.source
			? {}
			: {
					taxonomies: [...best.source.taxonomies, ...inJson.source.taxonomies],
					terms: [...best.source.terms, ...inJson.source.terms],
				};
	const used = new Set([...best.files, ...(inJson.source.services.length === 0 ? inJson.files : [])]);
	for (const name of [...json, ...tables].map((file) => file.name)) {
		if (!used.has(name))
			ledger.tally("file left out", name, name, seen.find((line) => line.startsWith(`${name}: `)) ?? name);
	}
	return { kind: "source", source: { ...best.source, ...terms } };
}

function unreadable(reason: string, seen: readonly string[]): Found {
	return { kind: "unreadable", reason, seen };
}

function shapeOf(value: unknown): string {
	if (Array.isArray(value)) return `a list of ${value.length}${value.length > 0 ? `, each ${shapeOf(value[0])}` : ""}`;
	if (!isRecord(value)) return `a ${value === null ? "null" : typeof value}`;
	return excerpt(`with ${Object.keys(value).join(", ") || "nothing in it"}`);
}
