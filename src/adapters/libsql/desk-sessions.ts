import type { Row } from "@libsql/client";
import { type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import type { Database } from "#adapters/libsql/client.ts";
import { rows, statement } from "#adapters/libsql/statement.ts";
import { desk_sessions } from "#db/desk.ts";
import { type DeskSession, LONGEST_MS } from "#domain/desk/desk-session.ts";
import { ROLES } from "#domain/desk/roles.ts";
import type { DeskSessions } from "#ports/desk-sessions.ts";

/** What is kept beside the columns that are looked up. */
const Kept = z.object({
	by: z.enum(["oidc", "access", "demonstration"]),
	email: z.string().nullable(),
	roles: z.record(z.string(), z.array(z.enum(ROLES))),
});

export function createDeskSessions(client: Database): DeskSessions {
	const write = async (query: SQL) => (await client.execute(statement(query))).rowsAffected;
	return {
		open: async ({ hash, member, name, email, by, roles, createdAt, seenAt, expiresAt }) => {
			await write(sql`INSERT INTO ${desk_sessions} (hash, member, name, roles, created_at, seen_at, expires_at)
				VALUES (${hash}, ${member}, ${name}, ${JSON.stringify({ by, email, roles })}, ${createdAt.getTime()},
					${seenAt.getTime()}, ${expiresAt.getTime()})`);
		},
		find: async (hash) => {
			const [row] = await rows(client, sql`SELECT * FROM ${desk_sessions} WHERE hash = ${hash} AND revoked_at IS NULL`);
			return row === undefined ? null : sessionOf(row);
		},
		seen: async (hash, at) => {
			await write(
				sql`UPDATE ${desk_sessions} SET seen_at = ${at.getTime()} WHERE hash = ${hash} AND seen_at < ${at.getTime()}`,
			);
		},
		revoke: async (hash, at) => {
			await write(
				sql`UPDATE ${desk_sessions} SET revoked_at = ${at.getTime()} WHERE hash = ${hash} AND revoked_at IS NULL`,
			);
		},
		revokeAll: (member, at) =>
			write(sql`UPDATE ${desk_sessions} SET revoked_at = ${at.getTime()}
				WHERE revoked_at IS NULL AND (member = ${member} OR roles ->> 'email' = ${member})`),
		list: async (at) => {
			const found = await rows(
				client,
				sql`SELECT * FROM ${desk_sessions} WHERE revoked_at IS NULL AND expires_at > ${at.getTime()}
					ORDER BY created_at DESC LIMIT 1000`,
			);
			return found.map(sessionOf).filter((session) => session !== null);
		},
		forget: (before) =>
			write(sql`DELETE FROM ${desk_sessions} WHERE expires_at < ${before.getTime()}
				OR created_at < ${before.getTime() - LONGEST_MS}`),
	};
}

/** Null for a row that does not have the shape of a session: nobody comes in by it. */
function sessionOf(row: Row): DeskSession | null {
	const kept = Kept.safeParse(JSON.parse(String(row.roles)));
	if (!kept.success) return null;
	return {
		hash: String(row.hash),
		member: String(row.member),
		name: String(row.name),
		...kept.data,
		createdAt: new Date(Number(row.created_at)),
		seenAt: new Date(Number(row.seen_at)),
		expiresAt: new Date(Number(row.expires_at)),
	};
}
