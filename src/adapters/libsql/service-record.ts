import { sql } from "drizzle-orm";
import { jsonInstant, jsonList, jsonObject } from "#adapters/libsql/json-record.ts";
import { termJson } from "#adapters/libsql/term-record.ts";
import {
	accessibility,
	addresses,
	attributes,
	contacts,
	cost_options,
	languages,
	phones,
	schedules,
	service_areas,
} from "#db/parts.ts";
import { locations, organizations, service_at_locations, services, taxonomy_terms } from "#db/schema.ts";

/** SQL that turns a row of `services` into the nested record of the domain. */

const inService = (table: PartOfService) =>
	sql`${table.area} = ${services.area} AND ${table.service_id} = ${services.id}`;
const inPlace = (table: PartOfPlace) =>
	sql`${table.area} = ${service_at_locations.area} AND ${table.service_id} = ${service_at_locations.service_id}
		AND ${table.service_at_location_id} = ${service_at_locations.id}`;
const inLocation = (table: PartOfLocation) =>
	sql`${table.area} = ${locations.area} AND ${table.location_id} = ${locations.id}`;

type PartOfPlace = typeof schedules | typeof contacts | typeof phones;
type PartOfService = PartOfPlace | typeof languages | typeof cost_options | typeof service_areas | typeof attributes;
type PartOfLocation = typeof phones | typeof languages | typeof addresses | typeof accessibility;

const notInPlace = (table: PartOfPlace) => sql`${table.service_at_location_id} IS NULL`;
const notInContact = sql`${phones.contact_id} IS NULL`;

const contact = jsonObject(contacts, {
	phones: jsonList(
		phones,
		sql`${phones.area} = ${contacts.area} AND ${phones.service_id} = ${contacts.service_id}
			AND ${phones.service_at_location_id} IS ${contacts.service_at_location_id} AND ${phones.contact_id} = ${contacts.id}`,
		jsonObject(phones),
	),
});

const location = jsonObject(locations, {
	addresses: jsonList(addresses, inLocation(addresses), jsonObject(addresses, {}, ["postcode", "outcode"])),
	accessibility: jsonList(accessibility, inLocation(accessibility), jsonObject(accessibility)),
	languages: jsonList(languages, inLocation(languages), jsonObject(languages)),
	phones: jsonList(phones, inLocation(phones), jsonObject(phones)),
});

const place = jsonObject(service_at_locations, {
	location: sql`(SELECT ${location} FROM ${locations} WHERE ${locations.area} = ${service_at_locations.area}
		AND ${locations.id} = ${service_at_locations.location_id})`,
	schedules: jsonList(schedules, inPlace(schedules), jsonObject(schedules)),
	contacts: jsonList(contacts, inPlace(contacts), contact),
	phones: jsonList(phones, sql`${inPlace(phones)} AND ${notInContact}`, jsonObject(phones)),
});

const term = sql`(SELECT ${termJson} FROM ${taxonomy_terms}
	WHERE ${taxonomy_terms.area} = ${attributes.area} AND ${taxonomy_terms.id} = ${attributes.taxonomy_term_id})`;

/** What a reader is never given, and what the record says in another form. */
export const LEFT_OUT = [
	...["assurer", "notes", "archived", "external_ids", "source", "content_hash", "missing_runs"],
	...["organization_id", "last_modified"],
];

const internal = sql`json(nullif(json_patch('{}', json_object('assurer', ${services.assurer}, 'notes', ${services.notes},
	'archived', CASE WHEN ${services.archived} THEN json('true') END, 'external_ids', json(${services.external_ids}))), '{}'))`;

const nested = {
	organization: sql`(SELECT ${jsonObject(organizations)} FROM ${organizations}
			WHERE ${organizations.area} = ${services.area} AND ${organizations.id} = ${services.organization_id})`,
	phones: jsonList(phones, sql`${inService(phones)} AND ${notInPlace(phones)} AND ${notInContact}`, jsonObject(phones)),
	schedules: jsonList(schedules, sql`${inService(schedules)} AND ${notInPlace(schedules)}`, jsonObject(schedules)),
	service_areas: jsonList(service_areas, inService(service_areas), jsonObject(service_areas)),
	service_at_locations: jsonList(
		service_at_locations,
		sql`${service_at_locations.area} = ${services.area} AND ${service_at_locations.service_id} = ${services.id}`,
		place,
	),
	languages: jsonList(languages, inService(languages), jsonObject(languages)),
	cost_options: jsonList(cost_options, inService(cost_options), jsonObject(cost_options)),
	contacts: jsonList(contacts, sql`${inService(contacts)} AND ${notInPlace(contacts)}`, contact),
	attributes: jsonList(attributes, inService(attributes), jsonObject(attributes, { taxonomy_term: term })),
	last_modified: jsonInstant(services.last_modified),
};

/** A row of `services` as JSON. Internal notes stay behind; masked places come flagged, for `publicView` to take out. */
export const serviceJson = jsonObject(services, nested, LEFT_OUT);

/** The same with what is internal, for the desk. */
export const wholeServiceJson = jsonObject(services, { ...nested, internal }, LEFT_OUT);
