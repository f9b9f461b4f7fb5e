import type { InStatement, ResultSet } from "@libsql/client";
import { sql } from "drizzle-orm";
import type { Database } from "#adapters/libsql/client.ts";
import { rows, statement } from "#adapters/libsql/statement.ts";
import { audit_log } from "#db/desk.ts";
import { type AuditEntry, CHAIN_START, chainText } from "#domain/desk/audit-entry.ts";
import { sha256 } from "#domain/encoding/sha256.ts";
import { AppError } from "#domain/errors.ts";

/** A statement, or an entry for the audit log that is to stand beside those before it. */
export type Audited =
	| InStatement
	| {
			readonly audit: AuditEntry;
			/** Written only where the statement just before it changed a row. */
			readonly ifChanged?: boolean;
	  };

/** Each try loses to one other writer of the area at most, so this many writers at once all get through. */
const TRIES = 25;

/**
 * Runs statements and writes their audit entries in one transaction: both or neither. Where another writer took the next
 * position of an area meanwhile, the whole is tried again; CONFLICT after many tries. Results stand in the order of `parts`.
 */
export async function auditedBatch(client: Database, parts: readonly Audited[]): Promise<readonly ResultSet[]> {
	for (let tries = 0; tries < TRIES; tries++) {
		const heads = new Map<string, Head>();
		for (const part of parts)
			if (isEntry(part) && !heads.has(part.audit.area))
				heads.set(part.audit.area, await headOf(client, part.audit.area));
		const statements: InStatement[] = [];
		for (const part of parts) statements.push(isEntry(part) ? await inserted(heads, part) : part);
		try {
			return await client.batch(statements, "write");
		} catch (error) {
			if (!positionTaken(error)) throw error;
		}
	}
	throw new AppError("CONFLICT", "Too many changes were made at once. Nothing was changed; try again.");
}

/** The last entry of an area's chain; an area without one has position 0. */
type Head = { readonly position: number; readonly hash: string };

async function headOf(client: Database, area: string): Promise<Head> {
	const [last] = await rows(
		client,
		sql`SELECT position, hash FROM ${audit_log} WHERE area = ${area} ORDER BY position DESC LIMIT 1`,
	);
	return last === undefined
		? { position: 0, hash: CHAIN_START }
		: { position: Number(last.position), hash: String(last.hash) };
}

/**
 * The statement that writes an entry, and moves the head on. An entry that may not be written leaves a gap for those after
 * it, so an area may have only one such in a batch, as its last.
 */
async function inserted(heads: Map<string, Head>, { audit, ifChanged = false }: Exclude<Audited, InStatement>) {
	const head = heads.get(audit.area);
	if (head === undefined) throw new Error("An entry for the audit log follows one that may not be written.");
	const position = head.position + 1;
	const detail = JSON.stringify(audit.detail);
	const hash = await sha256(chainText(head.hash, position, audit, detail));
	if (ifChanged) heads.delete(audit.area);
	else heads.set(audit.area, { position, hash });
	const row = sql`${audit.area}, ${position}, ${audit.at.getTime()}, ${audit.actor}, ${audit.action}, ${audit.entity},
		${audit.entityId}, ${detail}, ${head.hash}, ${hash}`;
	return statement(
		sql`INSERT INTO ${audit_log} (area, position, at, actor, action, entity, entity_id, detail, previous, hash)
			SELECT ${row} ${ifChanged ? sql`WHERE changes() > 0` : sql``}`,
	);
}

function isEntry(part: Audited): part is Exclude<Audited, InStatement> {
	return typeof part === "object" && "audit" in part;
}

function positionTaken(error: unknown): boolean {
	return error instanceof Error && /UNIQUE constraint failed: audit_log\.area, audit_log\.position/.test(error.message);
}
