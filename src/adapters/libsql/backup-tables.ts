import { createHash, type Hash } from "node:crypto";
import type { BackupEnd, BackupLine } from "#adapters/libsql/backup-lines.ts";
import { packed } from "#adapters/libsql/backup-lines.ts";
import type { Database } from "#adapters/libsql/client.ts";

/** Characters and bytes asked for at once: a libSQL server's answer may not exceed 10 MB, and bytes travel as base64. */
const ASKED_AT_ONCE = 1_500_000;
const SIZES_AT_ONCE = 20_000;

type Ask = Database["execute"];
type Table = { readonly name: string; readonly columns: readonly string[] };

/**
 * Hands over every row of every table as the database is at one moment, line by line; writers go on meanwhile. What the
 * database makes by itself (indexes, the parts of a search table) is left out. Answers the end line's counts and hashes.
 */
export async function readBackup(
	database: Database,
	madeAt: Date,
	take: (line: BackupLine) => Promise<void>,
): Promise<BackupEnd> {
	return database.reading(async (ask) => {
		const applied = await ask("SELECT name, hash FROM migrations ORDER BY name");
		const migrations = applied.rows.map((row): [string, string] => [String(row.name), String(row.hash)]);
		await take({ kind: "head", madeAt: madeAt.getTime(), migrations });
		const tables: BackupEnd = {};
		for (const table of await tablesOf(ask)) {
			await take({ kind: "table", name: table.name, columns: [...table.columns] });
			tables[table.name] = await readTable(ask, table, take);
		}
		await take({ kind: "end", tables });
		return tables;
	});
}

/** The tables that hold something of ours, by name; a search table with its row numbers, which others point at. */
export async function tablesOf(ask: Ask): Promise<readonly Table[]> {
	const { rows } = await ask("SELECT name, sql FROM sqlite_master WHERE type = 'table' ORDER BY name");
	const all = rows.map((row) => ({ name: String(row.name), virtual: /^CREATE VIRTUAL/i.test(String(row.sql)) }));
	const shadows = all.filter(({ virtual }) => virtual).map(({ name }) => `${name}_`);
	const own = all.filter(
		({ name }) => !OF_THE_DATABASE.test(name) && !shadows.some((shadow) => name.startsWith(shadow)),
	);
	const tables: Table[] = [];
	for (const { name, virtual } of own) {
		const found = await ask({ sql: "SELECT name FROM pragma_table_info(?) ORDER BY cid", args: [name] });
		const columns = found.rows.map((row) => String(row.name));
		tables.push({ name, columns: virtual ? ["rowid", ...columns] : columns });
	}
	return tables;
}
/** What is not ours, and the ledger of migrations, which stands in the head. */
const OF_THE_DATABASE = /^(?:sqlite_|_litestream|libsql_|_cf_|migrations$)/;

async function readTable(ask: Ask, { name, columns }: Table, take: (line: BackupLine) => Promise<void>) {
	const hash = createHash("sha256");
	let count = 0;
	for await (const [from, to] of stretches(ask, name, columns)) {
		const { rows } = await ask({
			sql: `SELECT ${columns.map(quoted).join(", ")} FROM ${quoted(name)} WHERE rowid BETWEEN ? AND ? ORDER BY rowid`,
			args: [from, to],
		});
		const values = rows.map((row) => columns.map((_, index) => packed(row[index])));
		count += values.length;
		for (const row of values) addRow(hash, row);
		await take({ kind: "rows", rows: values });
	}
	return { rows: count, sha256: hash.digest("hex") };
}

/** Runs of row numbers that are small enough to be asked for at once; a row that is larger alone stands alone. */
async function* stretches(ask: Ask, name: string, columns: readonly string[]): AsyncGenerator<[number, number]> {
	const size = columns.map((column) => `coalesce(length(${quoted(column)}), 0)`).join(" + ");
	let after = Number.MIN_SAFE_INTEGER;
	for (;;) {
		const { rows } = await ask({
			sql: `SELECT rowid AS at, ${size} AS size FROM ${quoted(name)} WHERE rowid > ? ORDER BY rowid LIMIT ${SIZES_AT_ONCE}`,
			args: [after],
		});
		let from: number | null = null;
		let held = 0;
		for (const row of rows) {
			const at = Number(row.at);
			if (from !== null && held + Number(row.size) > ASKED_AT_ONCE) {
				yield [from, after];
				from = null;
				held = 0;
			}
			from ??= at;
			held += Number(row.size) + columns.length;
			after = at;
		}
		if (from !== null) yield [from, after];
		if (rows.length < SIZES_AT_ONCE) return;
	}
}

/** One row's part of its table's hash. */
export function addRow(hash: Hash, row: readonly unknown[]): void {
	hash.update(`${JSON.stringify(row)}\n`);
}

/** A name of a table or a column as SQL has it. */
export function quoted(name: string): string {
	return `"${name.replaceAll('"', '""')}"`;
}
