import { sql } from "drizzle-orm";
import type { Database } from "#adapters/libsql/client.ts";
import { recordFrom } from "#adapters/libsql/json-record.ts";
import { wholeServiceJson } from "#adapters/libsql/service-record.ts";
import { rows } from "#adapters/libsql/statement.ts";
import { service_versions } from "#db/desk.ts";
import { services } from "#db/schema.ts";
import type { Service } from "#domain/directory/service.ts";

/** A service as it stands, internal notes and all, with what the directory knows of it. */
export type WholeRecord = {
	readonly service: Service;
	readonly source: string | null;
	readonly hash: string | null;
	readonly missingRuns: number;
	/** Of its newest kept state; 0 where there is none. */
	readonly version: number;
};

/** Null where the area has no such service. */
export async function wholeRecord(client: Database, area: string, id: string): Promise<WholeRecord | null> {
	const [row] = await rows(
		client,
		sql`SELECT ${wholeServiceJson} AS record, ${services.source} AS source, ${services.content_hash} AS hash,
				${services.missing_runs} AS missing, ${versionOf(area, id)} AS version
			FROM ${services} WHERE ${services.area} = ${area} AND ${services.id} = ${id}`,
	);
	if (row === undefined) return null;
	return {
		service: recordFrom<Service>(row.record),
		source: textOf(row.source),
		hash: textOf(row.hash),
		missingRuns: Number(row.missing),
		version: Number(row.version),
	};
}

/** SQL for the number of a service's newest kept state; 0 where there is none. */
export function versionOf(area: string, id: string) {
	return sql`coalesce((SELECT max(${service_versions.version}) FROM ${service_versions}
		WHERE ${service_versions.area} = ${area} AND ${service_versions.service_id} = ${id}), 0)`;
}

function textOf(value: unknown): string | null {
	return typeof value === "string" ? value : null;
}
