import type { ResultSet } from "@libsql/client";
import type { SQL } from "drizzle-orm";
import type { Database } from "#adapters/libsql/client.ts";
import { statement } from "#adapters/libsql/statement.ts";

/**
 * Statements in one transaction, on a connection that overwrites with zeros what it takes away: a changed or erased row leaves no
 * copy of itself in the file. A libSQL server takes no such setting from a client.
 */
export async function writeSecurely(client: Database, changes: readonly SQL[]): Promise<readonly ResultSet[]> {
	if (!client.embedded) return client.batch(changes.map(statement), "write");
	const done = await client.batch(["PRAGMA secure_delete = ON", ...changes.map(statement)], "write");
	return done.slice(1);
}

/**
 * What was overwritten may still stand in the write-ahead log of an embedded file: it is written home and cut to nothing. A
 * reader at that moment may hold it; then the next run does it. A libSQL server keeps its own journal in its own way.
 */
export async function emptyJournal(client: Database): Promise<void> {
	if (client.embedded) await client.execute("PRAGMA wal_checkpoint(TRUNCATE)").catch(() => {});
}
