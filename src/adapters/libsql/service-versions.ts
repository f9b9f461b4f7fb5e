import type { InStatement } from "@libsql/client";
import { type SQL, sql } from "drizzle-orm";
import { add, type Rows } from "#adapters/libsql/import-rows.ts";
import { staged, stagedIds } from "#adapters/libsql/staging.ts";
import { statement } from "#adapters/libsql/statement.ts";
import { service_versions } from "#db/desk.ts";
import type { Service } from "#domain/directory/service.ts";
import type { Made } from "#ports/local-edits.ts";

/** Statements that keep the states a service has had. They run in the transaction that changes it. */

/** Older states than this go, so that a feed that changes every day does not fill the database. */
const VERSIONS_KEPT = 30;
const STATES = "service_versions";

/** Stages the state of services that a run has changed. */
export function addVersions(rows: Rows, services: readonly Service[]): void {
	add(
		rows,
		STATES,
		{},
		services.map((service) => ({ id: service.id, record: service })),
	);
}

/** Keeps what was staged, and that the run's deleted services went. */
export function saveVersions(run: string, area: string, made: Made): readonly InStatement[] {
	const id = sql`item.value ->> 'id'`;
	const keep = (record: SQL, kind: string) => sql`INSERT INTO ${service_versions} (${COLUMNS})
		SELECT ${area}, ${id}, ${next(area, id)}, ${record}, ${made.at.getTime()}, ${made.by}, ${made.why} ${staged(run, kind)}`;
	return [
		keep(sql`item.value -> 'record'`, STATES),
		keep(sql`NULL`, "deleted"),
		sql`DELETE FROM ${service_versions} WHERE ${service_versions.area} = ${area}
			AND ${service_versions.service_id} IN ${stagedIds(run, STATES)}
			AND ${service_versions.version} <= ${next(area, sql`${service_versions.service_id}`)} - 1 - ${VERSIONS_KEPT}`,
	].map(statement);
}

/**
 * Keeps one state under a number of its own. The transaction fails where somebody else has taken the number meanwhile,
 * so that of two changes at once neither is lost unseen.
 */
export function saveVersion(area: string, service: Service, version: number, made: Made): InStatement {
	return statement(sql`INSERT INTO ${service_versions} (${COLUMNS})
		VALUES (${area}, ${service.id}, ${version}, ${JSON.stringify(service)}, ${made.at.getTime()}, ${made.by}, ${made.why})`);
}

const COLUMNS = sql.raw("area, service_id, version, record, at, by, why");

function next(area: string, service: SQL): SQL {
	return sql`coalesce((SELECT max(known.version) FROM ${service_versions} AS known
		WHERE known.area = ${area} AND known.service_id = ${service}), 0) + 1`;
}
