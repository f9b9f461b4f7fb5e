import type { Row } from "@libsql/client";
import { sql } from "drizzle-orm";
import * as z from "zod";
import type { Database } from "#adapters/libsql/client.ts";
import { rows, statement } from "#adapters/libsql/statement.ts";
import { drafts } from "#db/desk.ts";
import type { Draft, Drafts } from "#ports/drafts.ts";

const Fields = z.record(z.string(), z.string());
const State = z.enum(["waiting", "approved", "refused"]);
const Origin = z.enum(["editor", "provider"]);

/** The drafts table as a port. A decision is one statement that only the first of two deciders wins. */
export function createDrafts(client: Database): Drafts {
	return {
		add: async ({ id, area, service, origin, fields, madeBy, madeAt }) => {
			await client.execute(
				statement(sql`INSERT INTO ${drafts} (id, area, service_id, origin, record, state, made_by, made_at)
					VALUES (${id}, ${area}, ${service}, ${origin}, ${JSON.stringify(fields)}, 'waiting', ${madeBy}, ${madeAt.getTime()})`),
			);
		},
		find: async (area, id) => {
			const [row] = await rows(client, sql`SELECT * FROM ${drafts} WHERE area = ${area} AND id = ${id}`);
			return row ? draftOf(row) : null;
		},
		list: async (area, state) => {
			const found = await rows(
				client,
				sql`SELECT * FROM ${drafts} WHERE area = ${area} AND state = ${state} ORDER BY made_at, id LIMIT ${MOST_LISTED}`,
			);
			return found.map(draftOf);
		},
		decide: async (area, id, { state, by, at, reason }) => {
			const decided = await client.execute(
				statement(sql`UPDATE ${drafts} SET state = ${state}, decided_by = ${by}, decided_at = ${at.getTime()}, reason = ${reason ?? null}
					WHERE area = ${area} AND id = ${id} AND state = 'waiting'`),
			);
			return decided.rowsAffected > 0;
		},
	};
}

/** More would wait than anybody reads in a day. */
const MOST_LISTED = 500;

function draftOf(row: Row): Draft {
	return {
		id: String(row.id),
		area: String(row.area),
		service: row.service_id === null ? null : String(row.service_id),
		origin: Origin.parse(row.origin),
		fields: Fields.parse(JSON.parse(String(row.record))),
		madeBy: String(row.made_by),
		madeAt: new Date(Number(row.made_at)),
		state: State.parse(row.state),
		decidedBy: row.decided_by === null ? null : String(row.decided_by),
		decidedAt: row.decided_at === null ? null : new Date(Number(row.decided_at)),
		reason: row.reason === null ? null : String(row.reason),
	};
}
