import type { Row } from "@libsql/client";
import { type SQL, sql } from "drizzle-orm";
import { auditedBatch } from "#adapters/libsql/audited-batch.ts";
import type { Database } from "#adapters/libsql/client.ts";
import { rows } from "#adapters/libsql/statement.ts";
import { audit_log } from "#db/desk.ts";
import { type AuditRecord, CHAIN_START, type ChainState, chainText } from "#domain/desk/audit-entry.ts";
import { sha256 } from "#domain/encoding/sha256.ts";
import type { AuditLog, AuditQuestion } from "#ports/audit-log.ts";

/** Read at once when a chain is proven; an answer of a libSQL server may not exceed 10 MB. */
const ROWS_AT_ONCE = 2000;

export function createAuditLog(client: Database): AuditLog {
	return {
		append: async (entries) => {
			await auditedBatch(
				client,
				entries.map((audit) => ({ audit })),
			);
		},
		list: async (question) => {
			const found = await rows(
				client,
				sql`SELECT * FROM ${audit_log} WHERE ${sql.join(conditions(question), sql` AND `)}
					ORDER BY position DESC LIMIT ${question.limit}`,
			);
			return found.map(recordOf);
		},
		verify: (area) => verify(client, area),
	};
}

function conditions({ area, action, actor, entity, entityId, from, until, before }: AuditQuestion): SQL[] {
	return [
		sql`area = ${area}`,
		...(action ? [sql`substr(action, 1, length(${action})) = ${action}`] : []),
		...(actor ? [sql`instr(lower(actor), lower(${actor})) > 0`] : []),
		...(entity ? [sql`entity = ${entity}`] : []),
		...(entityId ? [sql`entity_id = ${entityId}`] : []),
		...(from ? [sql`at >= ${from.getTime()}`] : []),
		...(until ? [sql`at < ${until.getTime()}`] : []),
		...(before === undefined ? [] : [sql`position < ${before}`]),
	];
}

async function verify(client: Database, area: string): Promise<ChainState> {
	let last = { position: 0, hash: CHAIN_START };
	for (;;) {
		const turn = await rows(
			client,
			sql`SELECT * FROM ${audit_log} WHERE area = ${area} AND position > ${last.position}
				ORDER BY position LIMIT ${ROWS_AT_ONCE}`,
		);
		for (const row of turn) {
			const position = Number(row.position);
			if (position !== last.position + 1) return { kind: "broken", position: last.position + 1, fault: "missing" };
			const previous = String(row.previous);
			const own = await sha256(chainText(previous, position, columnsOf(row), String(row.detail)));
			if (own !== row.hash) return { kind: "broken", position, fault: "changed" };
			if (previous !== last.hash) return { kind: "broken", position, fault: "broken link" };
			last = { position, hash: own };
		}
		if (turn.length < ROWS_AT_ONCE) return { kind: "whole", entries: last.position, head: last.hash };
	}
}

function columnsOf(row: Row) {
	return {
		area: String(row.area),
		at: new Date(Number(row.at)),
		actor: String(row.actor),
		action: String(row.action),
		entity: String(row.entity),
		entityId: row.entity_id === null ? null : String(row.entity_id),
	};
}

function recordOf(row: Row): AuditRecord {
	return {
		...columnsOf(row),
		detail: JSON.parse(String(row.detail)),
		position: Number(row.position),
		previous: String(row.previous),
		hash: String(row.hash),
	};
}
