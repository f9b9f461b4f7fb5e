import { sql } from "drizzle-orm";
import { auditedBatch } from "#adapters/libsql/audited-batch.ts";
import type { Database } from "#adapters/libsql/client.ts";
import { rows, statement } from "#adapters/libsql/statement.ts";
import { desk_members } from "#db/desk.ts";
import { fitsArea, isRole, type Role } from "#domain/desk/roles.ts";
import type { DeskMembers } from "#ports/desk-members.ts";

export function createDeskMembers(client: Database): DeskMembers {
	return {
		rolesOf: async (names) => {
			const found = await rows(
				client,
				sql`SELECT area, role FROM ${desk_members} WHERE member IN (${sql.join(
					names.map((name) => sql`${name}`),
					sql`, `,
				)})`,
			);
			const roles: Record<string, readonly Role[]> = Object.create(null);
			for (const row of found) {
				const [area, role] = [String(row.area), String(row.role)];
				if (isRole(role) && fitsArea(area, role)) roles[area] = [...new Set([...(roles[area] ?? []), role])];
			}
			return { ...roles };
		},
		list: async (area) => {
			const found = await rows(client, sql`SELECT * FROM ${desk_members} WHERE area = ${area} ORDER BY member, role`);
			return found.flatMap((row) => {
				const role = String(row.role);
				if (!isRole(role)) return [];
				const givenAt = new Date(Number(row.given_at));
				return [{ member: String(row.member), role, givenBy: String(row.given_by), givenAt }];
			});
		},
		give: async (area, { member, role, givenBy, givenAt }, entry) => {
			const row = sql`INSERT INTO ${desk_members} (area, member, role, given_by, given_at)
				VALUES (${area}, ${member}, ${role}, ${givenBy}, ${givenAt.getTime()}) ON CONFLICT DO NOTHING`;
			const [given] = await auditedBatch(client, [statement(row), { audit: entry, ifChanged: true }]);
			return (given?.rowsAffected ?? 0) > 0;
		},
		take: async (area, member, role, entry) => {
			const row = sql`DELETE FROM ${desk_members} WHERE area = ${area} AND member = ${member} AND role = ${role}`;
			const [taken] = await auditedBatch(client, [statement(row), { audit: entry, ifChanged: true }]);
			return (taken?.rowsAffected ?? 0) > 0;
		},
	};
}
