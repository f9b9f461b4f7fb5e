import { sql } from "drizzle-orm";
import type { Database } from "#adapters/libsql/client.ts";
import { recordFrom } from "#adapters/libsql/json-record.ts";
import { rows } from "#adapters/libsql/statement.ts";
import { service_versions } from "#db/desk.ts";
import { editsBetween } from "#domain/directory/local-edits.ts";
import type { Service } from "#domain/directory/service.ts";
import type { LocalEdits, SavedEdits } from "#ports/local-edits.ts";
import type { ServiceHistory } from "#ports/service-history.ts";

/** The kept states of services as a port. */
export function createServiceHistory(client: Database, edits: LocalEdits): ServiceHistory {
	return {
		list: async (area, service) => {
			const found = await rows(
				client,
				sql`SELECT version, at, by, why, record IS NULL AS deleted FROM ${service_versions}
					WHERE ${service_versions.area} = ${area} AND ${service_versions.service_id} = ${service} ORDER BY version DESC`,
			);
			return found.map((row) => ({
				version: Number(row.version),
				at: new Date(Number(row.at)),
				by: String(row.by),
				why: String(row.why),
				deleted: Number(row.deleted) === 1,
			}));
		},
		read: (area, service, version) => read(client, area, service, version),
		restore: async (area, id, version, by): Promise<SavedEdits> => {
			const then = await read(client, area, id, version);
			if (then === null) return { kind: "unknown" };
			const made = { ...by, why: "undo" };
			const now = await edits.read(area, id);
			if (now !== null) return edits.save(area, id, editsBetween(now.service, then), made);
			await edits.create(area, then, made);
			return { kind: "saved", service: then };
		},
	};
}

async function read(client: Database, area: string, service: string, version: number): Promise<Service | null> {
	const [row] = await rows(
		client,
		sql`SELECT record FROM ${service_versions} WHERE ${service_versions.area} = ${area}
			AND ${service_versions.service_id} = ${service} AND ${service_versions.version} = ${version}`,
	);
	return typeof row?.record === "string" ? recordFrom<Service>(row.record) : null;
}
