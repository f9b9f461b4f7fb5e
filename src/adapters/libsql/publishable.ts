import { sql } from "drizzle-orm";
import type { Database } from "#adapters/libsql/client.ts";
import { recordFrom } from "#adapters/libsql/json-record.ts";
import { PART_NAMES, type Part, type Parts, partQueries } from "#adapters/libsql/publishable-parts.ts";
import { rows, statement } from "#adapters/libsql/statement.ts";
import { services } from "#db/schema.ts";
import type { Location, Service } from "#domain/directory/service.ts";

/** A libSQL server's answer may not exceed 10 MB. */
const RECORDS_AT_ONCE = 200;

/**
 * Every record of an area that is not archived, without internal notes, masked places flagged. Read table by table and
 * put together here: asking the database for whole records takes several times as long.
 */
export async function publishableServices(client: Database, area: string): Promise<readonly Service[]> {
	const bounds = await rows(
		client,
		sql`SELECT id FROM (SELECT id, row_number() OVER (ORDER BY id) AS number, count(*) OVER () AS total
			FROM ${services} WHERE area = ${area} AND archived = 0)
			WHERE number % ${RECORDS_AT_ONCE} = 0 OR number = total ORDER BY id`,
	);
	const all: Service[] = [];
	let after = "";
	for (const { id } of bounds) {
		const last = String(id);
		const answers = await client.batch(partQueries(area, after, last).map(statement), "read");
		const texts = PART_NAMES.map((name, number) => `"${name}":${String(answers[number]?.rows[0]?.["list"])}`);
		all.push(...together(recordFrom<Parts>(`{${texts.join()}}`)));
		after = last;
	}
	return all;
}

function together(parts: Parts): readonly Service[] {
	const organizations = byOwner(parts.organizations);
	const terms = byOwner(parts.terms);
	const locations = locationsOf(parts);
	const phones = byOwner(parts.phones, true);
	const schedules = byOwner(parts.schedules, true);
	const contacts = byOwner(
		parts.contacts.map(
			([service, place, , contact]): Part<typeof contact> => [
				...([service, place, null] as const),
				{ ...contact, ...some("phones", phones.get(key(service, place, contact.id))) },
			],
		),
		true,
	);
	const places = byOwner(
		parts.places.map(([service, location, , place]): Part<NonNullable<Service["service_at_locations"]>[number]> => {
			const here = key(service, place.id, null);
			return [
				...([service, null, null] as const),
				{
					...place,
					location: known(locations.get(location ?? ""), location),
					...some("schedules", schedules.get(here)),
					...some("contacts", contacts.get(here)),
					...some("phones", phones.get(here)),
				},
			];
		}),
	);
	const attributes = byOwner(
		parts.attributes.map(([service, , , attribute]): Part<typeof attribute> => {
			const [term] = terms.get(attribute.taxonomy_term_id ?? "") ?? [];
			return [...([service, null, null] as const), { ...attribute, taxonomy_term: known(term, service) }];
		}),
	);
	const languages = byOwner(parts.languages);
	const areas = byOwner(parts.areas);
	const costs = byOwner(parts.costs);
	return parts.services.map(([id, organization, , service]) => {
		const own = key(id, null, null);
		const owner = id ?? "";
		return {
			...service,
			organization: known(organizations.get(organization ?? "")?.[0], id),
			...some("phones", phones.get(own)),
			...some("schedules", schedules.get(own)),
			...some("service_areas", areas.get(owner)),
			...some("service_at_locations", places.get(owner)),
			...some("languages", languages.get(owner)),
			...some("cost_options", costs.get(owner)),
			...some("contacts", contacts.get(own)),
			...some("attributes", attributes.get(owner)),
		};
	});
}

function locationsOf(parts: Parts): ReadonlyMap<string, Location> {
	const addresses = byOwner(parts.addresses);
	const accessibility = byOwner(parts.accessibility);
	const languages = byOwner(parts.locationLanguages);
	const phones = byOwner(parts.locationPhones);
	return new Map(
		parts.locations.map(([, , , location]) => [
			location.id,
			{
				...location,
				...some("addresses", addresses.get(location.id)),
				...some("accessibility", accessibility.get(location.id)),
				...some("languages", languages.get(location.id)),
				...some("phones", phones.get(location.id)),
			},
		]),
	);
}

/** In their order. `within`: by place and contact too. */
function byOwner<T>(parts: readonly Part<T>[], within = false): Map<string, T[]> {
	const grouped = new Map<string, T[]>();
	for (const [owner, place, contact, record] of parts) {
		const name = within ? key(owner, place, contact) : (owner ?? "");
		const list = grouped.get(name);
		if (list) list.push(record);
		else grouped.set(name, [record]);
	}
	return grouped;
}

function key(owner: string | null, place: string | null, contact: string | null): string {
	return `${owner ?? ""}\n${place ?? ""}\n${contact ?? ""}`;
}

/** A list under its name; nothing where it is empty. */
function some<Name extends string, T>(name: Name, list: T[] | undefined): { [key in Name]?: T[] };
function some(name: string, list: unknown[] | undefined): object {
	return list === undefined ? {} : { [name]: list };
}

/** What a foreign key promises. */
function known<T>(record: T | undefined, of: string | null): T {
	if (record === undefined) throw new Error(`A part of ${of} has gone while it was read. Read again.`);
	return record;
}
