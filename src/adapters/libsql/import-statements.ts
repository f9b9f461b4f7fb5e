import type { InStatement } from "@libsql/client";
import { getTableColumns, getTableName, type SQL, sql } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import { IN_ORDER, staged, stagedIds } from "#adapters/libsql/staging.ts";
import { statement } from "#adapters/libsql/statement.ts";
import { tombstones } from "#db/operations.ts";
import * as parts from "#db/parts.ts";
import { locations, organizations, service_at_locations, services, taxonomies, taxonomy_terms } from "#db/schema.ts";

/** Statements that take staged rows over into the directory. All of one import run in one transaction. */

/** Tables beneath a location that are written anew whenever it is. */
const BENEATH_LOCATION = [parts.addresses, parts.accessibility, parts.languages, parts.phones];
/** Parents before children. */
const BENEATH_SERVICE = [
	service_at_locations,
	parts.contacts,
	parts.schedules,
	parts.cost_options,
	parts.service_areas,
	parts.attributes,
];

/** What of the shared records stays as it is, because the rows at hand know only part of it. */
type Keep = {
	/** Taxonomy terms that are known: an edited record knows less of them than a feed does. */
	readonly terms?: "keep";
	/** Secrecy: not all that name the place are among the rows. */
	readonly masks?: "keep";
};

/** Replaces what was staged: shared records in place, services with all beneath them. */
export function takeOver(
	run: string,
	area: string,
	source: string | null,
	{ terms, masks }: Keep = {},
): readonly InStatement[] {
	const ofOthers = sql`EXISTS (SELECT 1 FROM ${service_at_locations} JOIN ${services}
		ON ${services.area} = ${service_at_locations.area} AND ${services.id} = ${service_at_locations.service_id}
		WHERE ${service_at_locations.area} = ${locations.area} AND ${service_at_locations.location_id} = ${locations.id}
		AND ${services.source} IS NOT ${source})`;
	// A place that another source also names stays masked: one source alone cannot bring a secret address to light.
	const either = sql`max(${locations.masked}, excluded.masked)`;
	const masked = masks === "keep" ? either : sql`CASE WHEN ${ofOthers} THEN ${either} ELSE excluded.masked END`;
	return [
		upsert(taxonomies, run, area),
		sql`${insert(taxonomies, run, area, "named_taxonomies")} ON CONFLICT (area, id) DO NOTHING`,
		terms === "keep"
			? sql`${insert(taxonomy_terms, run, area)} ON CONFLICT (area, id) DO NOTHING`
			: upsert(taxonomy_terms, run, area),
		upsert(organizations, run, area),
		...BENEATH_LOCATION.map(
			(t) => sql`DELETE FROM ${t} WHERE ${t.area} = ${area} AND ${t.location_id} IN ${stagedIds(run, "locations")}`,
		),
		upsert(locations, run, area, { masked }),
		sql`DELETE FROM ${services} WHERE ${services.area} = ${area} AND ${services.id} IN ${stagedIds(run, "services")}`,
		sql`DELETE FROM ${tombstones} WHERE ${tombstones.area} = ${area} AND ${tombstones.id} IN
			(SELECT item.value ->> 'id' ${staged(run, "services")} AND NOT coalesce(item.value ->> 'archived', 0))`,
		insert(services, run, area),
		...BENEATH_SERVICE.map((table) => insert(table, run, area)),
		insert(parts.addresses, run, area),
		insert(parts.accessibility, run, area),
		insert(parts.languages, run, area),
		insert(parts.phones, run, area),
	].map(statement);
}

/** How long readers of the feed can learn that a record has gone. */
const TOMBSTONE_DAYS = 90;

/** Keeps account of what a feed still holds, and lets go what has been gone for long enough. */
export function settle(run: string, area: string, source: string, at: Date): readonly InStatement[] {
	const among = (kind: string) => sql`${services.area} = ${area} AND ${services.id} IN ${stagedIds(run, kind)}`;
	return [
		sql`UPDATE ${services} SET missing_runs = 0, source = ${source} WHERE ${among("claimed")}`,
		sql`UPDATE ${services} SET missing_runs = missing_runs + 1 WHERE ${among("missing")}`,
		tombstone(sql`${services.archived} = 0 AND ${among("deleted")}`, at),
		sql`DELETE FROM ${services} WHERE ${among("deleted")}`,
		sql`DELETE FROM ${tombstones} WHERE ${tombstones.deleted_at} < ${at.getTime() - TOMBSTONE_DAYS * 86_400_000}`,
	].map(statement);
}

/** What is left for readers of the feed of a service that people of the area took out. */
export function bury(area: string, service: string, at: Date): InStatement {
	return statement(tombstone(sql`${services.area} = ${area} AND ${services.id} = ${service}`, at));
}

function tombstone(which: SQL, at: Date): SQL {
	return sql`INSERT OR REPLACE INTO ${tombstones}
		(area, id, name, organization_id, organization_name, organization_description, deleted_at)
		SELECT ${services.area}, ${services.id}, ${services.name}, ${organizations.id}, ${organizations.name},
			${organizations.description}, ${at.getTime()}
		FROM ${services} JOIN ${organizations} ON ${organizations.area} = ${services.area}
			AND ${organizations.id} = ${services.organization_id}
		WHERE ${which}`;
}

/** Removes organisations and locations that no service names any longer: an old address must not linger. */
export function sweep(area: string): readonly InStatement[] {
	return [
		sql`DELETE FROM ${locations} WHERE ${locations.area} = ${area} AND NOT EXISTS (SELECT 1 FROM ${service_at_locations}
			WHERE ${service_at_locations.area} = ${locations.area} AND ${service_at_locations.location_id} = ${locations.id})`,
		sql`DELETE FROM ${organizations} WHERE ${organizations.area} = ${area} AND NOT EXISTS (SELECT 1 FROM ${services}
			WHERE ${services.area} = ${organizations.area} AND ${services.organization_id} = ${organizations.id})`,
	].map(statement);
}

function insert(table: SQLiteTable, run: string, area: string, kind = getTableName(table)): SQL {
	const names = columnNames(table);
	const values = names.map((name) => (name === "area" ? sql`${area}` : sql`item.value ->> ${sql.raw(`'${name}'`)}`));
	return sql`INSERT INTO ${table} (${list(names.map((name) => sql.identifier(name)))})
		SELECT ${list(values)} ${staged(run, kind)} ${IN_ORDER}`;
}

/** Inserts, or replaces every column of the row with the same (area, id); `instead` says otherwise for a column. */
function upsert(table: SQLiteTable, run: string, area: string, instead: Record<string, SQL> = {}): SQL {
	const changes = columnNames(table)
		.filter((name) => name !== "area" && name !== "id")
		.map((name) => sql`${sql.identifier(name)} = ${instead[name] ?? sql`excluded.${sql.identifier(name)}`}`);
	return sql`${insert(table, run, area)} ON CONFLICT (area, id) DO UPDATE SET ${list(changes)}`;
}

function columnNames(table: SQLiteTable): readonly string[] {
	return Object.keys(getTableColumns(table)).filter((name) => name !== "key");
}

function list(items: readonly (SQL | ReturnType<typeof sql.identifier>)[]): SQL {
	return sql.join([...items], sql`, `);
}
