import type { Database } from "#adapters/libsql/client.ts";
import { sha256 } from "#domain/encoding/sha256.ts";

/** One migration: its file name and its SQL, statements parted by drizzle's breakpoint line. */
export type Migration = { readonly name: string; readonly sql: string };

export type MigrationResult =
	| { readonly kind: "done"; readonly applied: readonly string[] }
	| { readonly kind: "refused"; readonly reason: string };

const BREAKPOINT = "--> statement-breakpoint";
const CREATE_LEDGER =
	"CREATE TABLE IF NOT EXISTS migrations (name text PRIMARY KEY NOT NULL, hash text NOT NULL, applied_at integer NOT NULL)";

/**
 * Brings the database up to the newest migration: each in one transaction, in the order of their names, none twice.
 * Refuses, and changes nothing, when a migration that was applied has been altered or is no longer in the list.
 */
export async function migrate(client: Database, files: readonly Migration[], at: Date): Promise<MigrationResult> {
	const wanted = await Promise.all(files.toSorted((a, b) => (a.name < b.name ? -1 : 1)).map(withHash));
	await client.execute(CREATE_LEDGER);
	const applied = await appliedHashes(client);
	const problem = whatForbids(applied, wanted);
	if (problem !== null) return { kind: "refused", reason: problem };

	const done: string[] = [];
	for (const migration of wanted) {
		if (applied.has(migration.name)) continue;
		if (await apply(client, migration, at)) done.push(migration.name);
	}
	return { kind: "done", applied: done };
}

type Hashed = Migration & { readonly hash: string };

function whatForbids(applied: ReadonlyMap<string, string>, wanted: readonly Hashed[]): string | null {
	const known = new Map(wanted.map((migration) => [migration.name, migration.hash]));
	for (const [name, hash] of applied) {
		const now = known.get(name);
		if (now === undefined) return `The database has had migration ${name}, which this version does not know.`;
		if (now !== hash) return `Migration ${name} was altered after it had been applied. Put it back and add a new one.`;
	}
	const newest = [...applied.keys()].toSorted().at(-1) ?? "";
	const late = wanted.find((migration) => migration.name < newest && !applied.has(migration.name));
	return late === undefined ? null : `Migration ${late.name} comes before ${newest}, which was already applied.`;
}

/** False when somebody else applied it in the meantime. */
async function apply(client: Database, migration: Hashed, at: Date): Promise<boolean> {
	try {
		// `client.migrate` switches foreign keys off around its transaction: rebuilding a table must not cascade.
		await client.migrate([
			...statementsOf(migration.sql),
			{
				sql: "INSERT INTO migrations (name, hash, applied_at) VALUES (?, ?, ?)",
				args: [migration.name, migration.hash, at.getTime()],
			},
		]);
		return true;
	} catch (error) {
		if ((await appliedHashes(client)).get(migration.name) === migration.hash) return false;
		throw error;
	}
}

/** `PRAGMA` lines that drizzle writes do nothing inside a transaction, so they are left out. */
function statementsOf(sql: string): readonly string[] {
	return sql
		.split(BREAKPOINT)
		.map((text) => text.trim())
		.filter((text) => text !== "" && !/^PRAGMA\b/i.test(text));
}

async function appliedHashes(client: Database): Promise<ReadonlyMap<string, string>> {
	const { rows } = await client.execute("SELECT name, hash FROM migrations");
	return new Map(rows.map((row) => [String(row.name), String(row.hash)]));
}

/** Line endings do not count: the same file checked out elsewhere is the same migration. */
async function withHash(migration: Migration): Promise<Hashed> {
	return { ...migration, hash: await sha256(migration.sql.replaceAll("\r\n", "\n")) };
}
