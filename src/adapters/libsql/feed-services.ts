import { type SQL, sql } from "drizzle-orm";
import type { Database } from "#adapters/libsql/client.ts";
import { jsonInstant, recordFrom } from "#adapters/libsql/json-record.ts";
import { matchingPlaces, matchingServices } from "#adapters/libsql/service-filter.ts";
import { serviceJson } from "#adapters/libsql/service-record.ts";
import { rows, statement } from "#adapters/libsql/statement.ts";
import { tombstones } from "#db/operations.ts";
import { services } from "#db/schema.ts";
import type { Page, ServiceQuery } from "#domain/directory/oruk-query.ts";
import { publicView } from "#domain/directory/public-view.ts";
import type { Service } from "#domain/directory/service.ts";
import type { LocatedService, ServiceChange } from "#ports/feed.ts";

/** Records read at once where all are wanted: an answer of a libSQL server may not exceed 10 MB. */
const RECORDS_AT_ONCE = 200;

/** A page of services as the public may see them. */
export async function servicePage(client: Database, area: string, query: ServiceQuery): Promise<Page<Service>> {
	return page(client, matches(area, query), query, record(area), (row) => publicRecords(row.record));
}

/** The same page, each record cut down to its id and the time of its last change. */
export async function changePage(client: Database, area: string, query: ServiceQuery): Promise<Page<ServiceChange>> {
	const changed = sql`coalesce((SELECT ${jsonInstant(services.last_modified)} FROM ${services} WHERE ${services.key} = m.key),
		(SELECT ${jsonInstant(tombstones.deleted_at)} FROM ${tombstones} WHERE ${tombstones.area} = ${area} AND ${tombstones.id} = m.id))`;
	return page(client, matches(area, query), query, changed, (row) => [
		{ id: String(row.id), last_modified: String(row.record) },
	]);
}

/** All matches: their ids are read first, so that a change meanwhile neither skips nor repeats a record. */
export async function* everyService(client: Database, area: string, query: ServiceQuery): AsyncIterable<Service> {
	const found = await rows(client, sql`SELECT m.key AS key, m.id AS id FROM (${matches(area, query)}) m ${IN_ORDER}`);
	for (let from = 0; from < found.length; from += RECORDS_AT_ONCE) {
		const some = JSON.stringify(found.slice(from, from + RECORDS_AT_ONCE).map(({ key, id }) => ({ key, id })));
		const records = await rows(
			client,
			sql`SELECT ${record(area)} AS record
				FROM (SELECT value ->> 'key' AS key, value ->> 'id' AS id, json_each.key AS position FROM json_each(${some})) m
				ORDER BY m.position`,
		);
		for (const row of records) yield* publicRecords(row.record);
	}
}

/** A service, or what is left of one that was deleted; null where there is neither. */
export async function serviceById(client: Database, area: string, id: string): Promise<Service | null> {
	const key = sql`(SELECT ${services.key} FROM ${services} WHERE ${services.area} = ${area} AND ${services.id} = ${id}
		AND ${services.archived} = 0)`;
	const [found] = await rows(client, sql`SELECT ${record(area)} AS record FROM (SELECT ${key} AS key, ${id} AS id) m`);
	return publicRecords(found?.record)[0] ?? null;
}

/** A page of services at locations as the public may see them. */
export async function placePage(client: Database, area: string, query: ServiceQuery): Promise<Page<LocatedService>> {
	return page(client, matchingPlaces(area, query), query, record(area), (row) => placeOf(row.record, String(row.id)));
}

/** A service at a location; null where there is none. */
export async function placeById(client: Database, area: string, id: string): Promise<LocatedService | null> {
	const [found] = await rows(
		client,
		sql`SELECT ${serviceJson} AS record FROM ${services} WHERE ${services.area} = ${area} AND ${services.archived} = 0
			AND ${services.id} IN (SELECT service_id FROM service_at_locations WHERE area = ${area} AND id = ${id})
			ORDER BY ${services.id} LIMIT 1`,
	);
	return placeOf(found?.record, id)[0] ?? null;
}

const IN_ORDER = sql`ORDER BY m.rank, m.name COLLATE NOCASE, m.id`;

/** Deleted records join the list only where that is asked for, and where a filter does not rule them out. */
function matches(area: string, query: ServiceQuery): SQL {
	const living = matchingServices(area, query);
	if (query.deletedAfter === undefined) return living;
	const organization =
		query.organizationId === undefined ? sql`TRUE` : sql`${tombstones.organization_id} = ${query.organizationId}`;
	return sql`${living} UNION ALL SELECT NULL, ${tombstones.id}, ${tombstones.name}, 0 FROM ${tombstones}
		WHERE ${tombstones.area} = ${area} AND ${tombstones.deleted_at} >= ${query.deletedAfter.getTime()} AND ${organization}`;
}

/** The record of a match `m`: a service, or what is left of one. */
function record(area: string): SQL {
	const left = sql`json_object('id', id, 'name', name, 'status', 'defunct', 'last_modified', ${jsonInstant(tombstones.deleted_at)},
		'organization', json_object('id', organization_id, 'name', organization_name, 'description', organization_description))`;
	return sql`coalesce((SELECT ${serviceJson} FROM ${services} WHERE ${services.key} = m.key),
		(SELECT ${left} FROM ${tombstones} WHERE ${tombstones.area} = ${area} AND ${tombstones.id} = m.id))`;
}

/** One page of matches with their exact number, in one request. */
async function page<T>(
	client: Database,
	found: SQL,
	query: ServiceQuery,
	wanted: SQL,
	read: (row: Readonly<Record<string, unknown>>) => readonly T[],
): Promise<Page<T>> {
	const [count, items] = await client.batch(
		[
			sql`SELECT count(*) AS total FROM (${found})`,
			sql`SELECT m.id AS id, ${wanted} AS record
				FROM (SELECT * FROM (${found}) m ${IN_ORDER} LIMIT ${query.perPage} OFFSET ${(query.page - 1) * query.perPage}) m
				${IN_ORDER}`,
		].map(statement),
		"read",
	);
	return {
		totalItems: Number(count?.rows[0]?.total),
		page: query.page,
		perPage: query.perPage,
		items: (items?.rows ?? []).flatMap(read),
	};
}

function publicRecords(json: unknown): readonly Service[] {
	const shown = typeof json === "string" ? publicView(recordFrom<Service>(json)) : null;
	return shown === null ? [] : [shown];
}

function placeOf(json: unknown, id: string): readonly LocatedService[] {
	return publicRecords(json).flatMap((service) =>
		(service.service_at_locations ?? [])
			.filter((place) => place.id === id)
			.map((place) => ({ ...place, service_id: service.id })),
	);
}
