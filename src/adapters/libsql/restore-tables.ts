import { createHash } from "node:crypto";
import type { InStatement } from "@libsql/client";
import type { BackupEnd, BackupLine } from "#adapters/libsql/backup-lines.ts";
import { unpacked } from "#adapters/libsql/backup-lines.ts";
import { addRow, quoted, readBackup, tablesOf } from "#adapters/libsql/backup-tables.ts";
import type { Database } from "#adapters/libsql/client.ts";
import { type Migration, migrate } from "#adapters/libsql/migrate.ts";

export type Restored =
	| { readonly kind: "restored"; readonly tables: BackupEnd; readonly madeAt: Date }
	/** The database is as it was. */
	| { readonly kind: "refused"; readonly reason: string };

/** As many values as one statement binds on a libSQL server. */
const MOST_VALUES = 30_000;

/**
 * Fills an empty database from a backup's lines and compares it with the counts and hashes at their end. The tables are
 * first made as they were when the backup was taken, then brought up to date. A database with anything in it is refused;
 * so is a backup of a newer version. What goes wrong midway empties the database again.
 */
export async function restoreBackup(
	database: Database,
	lines: AsyncIterable<BackupLine>,
	files: readonly Migration[],
	at: Date,
): Promise<Restored> {
	const filled = await firstFilled(database);
	if (filled !== null)
		return { kind: "refused", reason: `The database is not empty: there is something in ${filled}.` };
	const reader = lines[Symbol.asyncIterator]();
	try {
		return await restoreInto(database, reader, files, at);
	} finally {
		await reader.return?.();
	}
}

async function restoreInto(
	database: Database,
	reader: AsyncIterator<BackupLine>,
	files: readonly Migration[],
	at: Date,
): Promise<Restored> {
	const head = (await reader.next()).value;
	if (head?.kind !== "head") return { kind: "refused", reason: "This is no backup: it does not begin like one." };
	const then = new Set(head.migrations.map(([name]: readonly [string, string]) => name));
	const unknown = [...then].find((name) => !files.some((file) => file.name === name));
	if (unknown !== undefined)
		return { kind: "refused", reason: `The backup is of a newer version, which had ${unknown}. Update first.` };
	const asThen = await migrate(
		database,
		files.filter(({ name }) => then.has(name)),
		at,
	);
	if (asThen.kind === "refused")
		return { kind: "refused", reason: `${asThen.reason} Restore into a database that was never used.` };
	const triggers = await withoutTriggers(database);
	try {
		await emptied(database);
		const end = await fill(database, reader);
		const there = await readBackup(database, at, async () => {});
		const differs = Object.keys({ ...end, ...there }).find((name) => end[name]?.sha256 !== there[name]?.sha256);
		if (differs !== undefined) throw new Error(`The table ${differs} is not what was backed up.`);
		await database.migrate([...triggers, ...WHAT_STAYS_DEAD]);
		const now = await migrate(database, files, at);
		if (now.kind === "refused") throw new Error(now.reason);
		return { kind: "restored", tables: end, madeAt: new Date(head.madeAt) };
	} catch (error) {
		await withoutTriggers(database);
		await emptied(database);
		await database.migrate(triggers);
		return { kind: "refused", reason: error instanceof Error ? error.message : String(error) };
	}
}

/** Sessions and sign-in links of the day of the backup open nothing, and no job is held by a runner of that day. */
const WHAT_STAYS_DEAD: readonly InStatement[] = [
	"DELETE FROM desk_sessions",
	"DELETE FROM single_use_links WHERE purpose <> 'reconfirm'",
	"UPDATE jobs SET claimed_until = 0",
];

async function firstFilled(database: Database): Promise<string | null> {
	for (const { name } of await tablesOf(database.execute)) {
		const { rows } = await database.execute(`SELECT 1 FROM ${quoted(name)} LIMIT 1`);
		if (rows.length > 0) return name;
	}
	return null;
}

/** Takes the triggers away, since rows arrive as they were, and gives the statements that make them again. */
async function withoutTriggers(database: Database): Promise<readonly string[]> {
	const { rows } = await database.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'");
	await database.migrate(rows.map(({ name }) => `DROP TRIGGER ${quoted(String(name))}`));
	return rows.map(({ sql }) => String(sql));
}

async function emptied(database: Database): Promise<void> {
	const tables = await tablesOf(database.execute);
	await database.migrate(tables.map(({ name }) => `DELETE FROM ${quoted(name)}`));
}

async function fill(database: Database, lines: AsyncIterator<BackupLine>): Promise<BackupEnd> {
	const known = new Map((await tablesOf(database.execute)).map(({ name, columns }) => [name, columns]));
	let table: { readonly name: string; readonly columns: readonly string[] } | null = null;
	let count = 0;
	let hash = createHash("sha256");
	const counted: BackupEnd = {};
	const close = () => {
		if (table !== null) counted[table.name] = { rows: count, sha256: hash.digest("hex") };
		count = 0;
		hash = createHash("sha256");
	};
	for (;;) {
		const { value: line, done } = await lines.next();
		if (done || line === undefined) throw new Error("The backup breaks off before its end.");
		if (line.kind === "end") {
			close();
			const differs = Object.keys({ ...counted, ...line.tables }).find(
				(name) => counted[name]?.sha256 !== line.tables[name]?.sha256,
			);
			if (differs !== undefined) throw new Error(`The backup's rows of ${differs} are not what its end says.`);
			return line.tables;
		}
		if (line.kind === "table") {
			close();
			const columns = known.get(line.name);
			if (columns === undefined || line.columns.some((column) => !columns.includes(column)))
				throw new Error(`The table ${line.name} of the backup is not one of ours.`);
			table = line;
		} else if (line.kind === "rows" && table !== null) {
			for (const row of line.rows) addRow(hash, row);
			count += line.rows.length;
			await database.migrate(insertions(table, line.rows));
		}
	}
}

type Row = Extract<BackupLine, { kind: "rows" }>["rows"][number];

function insertions(
	{ name, columns }: { readonly name: string; readonly columns: readonly string[] },
	rows: readonly Row[],
): readonly InStatement[] {
	const atOnce = Math.max(1, Math.floor(MOST_VALUES / columns.length));
	const places = `(${columns.map(() => "?").join(", ")})`;
	const statements: InStatement[] = [];
	for (let from = 0; from < rows.length; from += atOnce) {
		const some = rows.slice(from, from + atOnce);
		statements.push({
			sql: `INSERT INTO ${quoted(name)} (${columns.map(quoted).join(", ")}) VALUES ${some.map(() => places).join(", ")}`,
			args: some.flatMap((row) => row.map(unpacked)),
		});
	}
	return statements;
}
