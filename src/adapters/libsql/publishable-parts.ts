import { type SQL, sql } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import { jsonInstant, jsonObject } from "#adapters/libsql/json-record.ts";
import { LEFT_OUT } from "#adapters/libsql/service-record.ts";
import { termJson } from "#adapters/libsql/term-record.ts";
import * as parts from "#db/parts.ts";
import { locations, organizations, service_at_locations, services, taxonomy_terms } from "#db/schema.ts";
import type {
	Accessibility,
	Address,
	Attribute,
	Contact,
	CostOption,
	Language,
	Location,
	Organization,
	Phone,
	Schedule,
	Service,
	ServiceArea,
	ServiceAtLocation,
	TaxonomyTerm,
} from "#domain/directory/service.ts";

/** Whose a part is: the service's or the location's id, and within a service the place and the contact, null for none. */
export type Owner = readonly [owner: string | null, place: string | null, contact: string | null];
export type Part<T> = readonly [...Owner, T];

/** The parts of some services, each list as one value, so that many services take one request and few rows. */
export type Parts = {
	readonly services: readonly Part<Omit<Service, "organization">>[];
	readonly organizations: readonly Part<Organization>[];
	readonly places: readonly Part<Omit<ServiceAtLocation, "location">>[];
	readonly locations: readonly Part<Location>[];
	readonly addresses: readonly Part<Address>[];
	readonly accessibility: readonly Part<Accessibility>[];
	readonly languages: readonly Part<Language>[];
	readonly phones: readonly Part<Phone>[];
	readonly locationLanguages: readonly Part<Language>[];
	readonly locationPhones: readonly Part<Phone>[];
	readonly schedules: readonly Part<Schedule>[];
	readonly contacts: readonly Part<Contact>[];
	readonly costs: readonly Part<CostOption>[];
	readonly areas: readonly Part<ServiceArea>[];
	readonly attributes: readonly Part<Attribute>[];
	readonly terms: readonly Part<TaxonomyTerm>[];
};
export const PART_NAMES = [
	...([
		"services",
		"organizations",
		"places",
		"locations",
		"addresses",
		"accessibility",
		"languages",
		"phones",
	] as const),
	...([
		"locationLanguages",
		"locationPhones",
		"schedules",
		"contacts",
		"costs",
		"areas",
		"attributes",
		"terms",
	] as const),
] as const satisfies readonly (keyof Parts)[];

/** The queries for the parts of an area's services whose id is above `after`, up to `last`, in the order of `PART_NAMES`. */
export function partQueries(area: string, after: string, last: string): readonly SQL[] {
	const range = (column: SQL) => sql`area = ${area} AND ${column} > ${after} AND ${column} <= ${last}`;
	const ofServices = range(sql`service_id`);
	const named = (column: string, table: SQLiteTable) =>
		sql`(SELECT ${sql.identifier(column)} FROM ${table} WHERE ${ofServices})`;
	const ofLocations = sql`area = ${area} AND location_id IN ${named("location_id", service_at_locations)}`;
	const inService = { owner: sql`service_id` };
	const inPlace = { owner: sql`service_id`, place: sql`service_at_location_id` };
	const inLocation = { owner: sql`location_id` };
	const byId = { owner: sql`id`, order: sql`id` };
	const shown = sql`${range(sql`id`)} AND archived = 0`;
	return [
		list(
			services,
			shown,
			byId,
			jsonObject(services, { last_modified: jsonInstant(services.last_modified) }, LEFT_OUT),
			{
				place: sql`organization_id`,
			},
		),
		list(
			organizations,
			sql`area = ${area} AND id IN (SELECT organization_id FROM ${services} WHERE ${range(sql`id`)})`,
			byId,
		),
		list(service_at_locations, ofServices, { owner: sql`service_id`, place: sql`location_id` }),
		list(locations, sql`area = ${area} AND id IN ${named("location_id", service_at_locations)}`, byId),
		list(parts.addresses, ofLocations, inLocation, jsonObject(parts.addresses, {}, ["postcode", "outcode"])),
		list(parts.accessibility, ofLocations, inLocation),
		list(parts.languages, ofServices, inService),
		list(parts.phones, ofServices, { ...inPlace, contact: sql`contact_id` }),
		list(parts.languages, ofLocations, inLocation),
		list(parts.phones, ofLocations, inLocation),
		list(parts.schedules, ofServices, inPlace),
		list(parts.contacts, ofServices, inPlace),
		list(parts.cost_options, ofServices, inService),
		list(parts.service_areas, ofServices, inService),
		list(parts.attributes, ofServices, inService),
		list(taxonomy_terms, sql`area = ${area} AND id IN ${named("taxonomy_term_id", parts.attributes)}`, byId, termJson),
	];
}

type Owned = { readonly owner: SQL; readonly place?: SQL; readonly contact?: SQL; readonly order?: SQL };

/** In the order in which the rows were written; the order stands in a query of its own, as a libSQL server wants it. */
function list(
	table: SQLiteTable,
	where: SQL,
	{ owner, place = sql`NULL`, contact = sql`NULL`, order = sql`key` }: Owned,
	record: SQL = jsonObject(table),
	more: Partial<Owned> = {},
): SQL {
	return sql`SELECT json_group_array(json_array(owner, place, contact, json(record))) AS list FROM (
		SELECT ${owner} AS owner, ${more.place ?? place} AS place, ${contact} AS contact, ${record} AS record
		FROM ${table} WHERE ${where} ORDER BY ${order})`;
}
