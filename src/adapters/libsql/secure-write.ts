import type { ResultSet } from "@libsql/client";
import type { SQL } from "drizzle-orm";
import { type Audited, auditedBatch } from "#adapters/libsql/audited-batch.ts";
import type { Database } from "#adapters/libsql/client.ts";
import { statement } from "#adapters/libsql/statement.ts";
import type { AuditEntry } from "#domain/desk/audit-entry.ts";

/**
 * Statements in one transaction, on a connection that overwrites with zeros what it takes away: a changed or erased row leaves no
 * copy of itself in the file. A libSQL server takes no such setting from a client.
 */
export async function writeSecurely(
	client: Database,
	changes: readonly (SQL | AuditedChange)[],
): Promise<readonly ResultSet[]> {
	const parts: readonly Audited[] = changes.map((change) => ("audit" in change ? change : statement(change)));
	if (!client.embedded) return auditedBatch(client, parts);
	return (await auditedBatch(client, ["PRAGMA secure_delete = ON", ...parts])).slice(1);
}

/** A line of the audit log, for the change that stands just before it. */
export type AuditedChange = { readonly audit: AuditEntry; readonly ifChanged: true };

/** The line of the audit log that goes with a change, where there is one. */
export function lineFor(audit: AuditEntry | undefined): readonly AuditedChange[] {
	return audit ? [{ audit, ifChanged: true }] : [];
}

/**
 * What was overwritten may still stand in the write-ahead log of an embedded file: it is written home and cut to nothing. A
 * reader at that moment may hold it; then the next run does it. A libSQL server keeps its own journal in its own way.
 */
export async function emptyJournal(client: Database): Promise<void> {
	if (client.embedded) await client.execute("PRAGMA wal_checkpoint(TRUNCATE)").catch(() => {});
}
