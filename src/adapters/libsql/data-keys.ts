import { type SQL, sql } from "drizzle-orm";
import type { Database } from "#adapters/libsql/client.ts";
import { rows, statement } from "#adapters/libsql/statement.ts";
import { call_backs, data_keys, outbox } from "#db/call-backs.ts";
import { area_settings } from "#db/desk.ts";
import type { DataKey, DataKeys } from "#ports/data-keys.ts";

/** The table of wrapped keys as a port. */
export function createDataKeys(client: Database): DataKeys {
	return {
		current: async (area) =>
			(await read(client, sql`area = ${area} AND retired_at IS NULL ORDER BY created_at DESC, id DESC LIMIT 1`))[0] ??
			null,
		find: async (area, id) => (await read(client, sql`area = ${area} AND id = ${id}`))[0] ?? null,
		add: async (key, onlyAsFirst) => {
			const free = onlyAsFirst
				? sql`NOT EXISTS (SELECT 1 FROM ${data_keys} WHERE area = ${key.area} AND retired_at IS NULL)`
				: sql`TRUE`;
			await client.execute(
				statement(sql`INSERT INTO ${data_keys} (area, id, wrapped, wrapped_by, created_at, retired_at)
					SELECT ${key.area}, ${key.id}, ${key.wrapped}, ${key.wrappedBy}, ${key.createdAt}, ${key.retiredAt} WHERE ${free}`),
			);
		},
		all: () => read(client, sql`TRUE ORDER BY area, created_at, id`),
		rewrap: async (key, wrapped, wrappedBy) => {
			const changed = await client.execute(
				statement(sql`UPDATE ${data_keys} SET wrapped = ${wrapped}, wrapped_by = ${wrappedBy}
					WHERE area = ${key.area} AND id = ${key.id} AND wrapped = ${key.wrapped}`),
			);
			return changed.rowsAffected > 0;
		},
		retireOthers: async (area, id, at) => {
			await client.execute(
				statement(sql`UPDATE ${data_keys} SET retired_at = ${at}
					WHERE area = ${area} AND id <> ${id} AND retired_at IS NULL`),
			);
		},
		clearUnused: async () => {
			const gone = await client.execute(
				statement(sql`DELETE FROM ${data_keys} WHERE retired_at IS NOT NULL AND NOT EXISTS (
					SELECT 1 FROM ${call_backs} AS c WHERE c.area = ${data_keys}.area AND c.sealed_with = ${data_keys}.id)
					AND NOT EXISTS (SELECT 1 FROM ${outbox} AS o WHERE o.area = ${data_keys}.area AND instr(o.payload, ${data_keys}.id) > 0)
					AND NOT EXISTS (SELECT 1 FROM ${area_settings} AS s WHERE s.area = ${data_keys}.area AND instr(s.settings, ${data_keys}.id) > 0)`),
			);
			return gone.rowsAffected;
		},
	};
}

async function read(client: Database, where: SQL): Promise<readonly DataKey[]> {
	const found = await rows(
		client,
		sql`SELECT area, id, wrapped, wrapped_by, created_at, retired_at FROM ${data_keys} WHERE ${where}`,
	);
	return found.map((row) => ({
		area: String(row.area),
		id: String(row.id),
		wrapped: String(row.wrapped),
		wrappedBy: String(row.wrapped_by),
		createdAt: Number(row.created_at),
		retiredAt: row.retired_at === null ? null : Number(row.retired_at),
	}));
}
