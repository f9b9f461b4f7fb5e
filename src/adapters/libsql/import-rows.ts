import { locationsOf, type SharedRecords } from "#adapters/libsql/shared-records.ts";
import type {
	Address,
	Contact,
	Location,
	Service,
	ServiceAtLocation,
	TaxonomyTerm,
} from "#domain/directory/service.ts";

/** A row to write: values by column. What is undefined becomes null. */
export type Row = Readonly<Record<string, unknown>>;
/** Rows by table, in the order in which they are to be written. */
export type Rows = Map<string, Row[]>;

/** A service on its way in, with what the directory knows of it. */
export type Entry = {
	readonly service: Service;
	/** Of what its feed says. */
	readonly hash: string | null;
	/** 0 where its feed has just held it. */
	readonly missingRuns?: number;
};

/**
 * Takes changed services apart into rows, with the organisations, locations and terms that they name.
 * @param at when the import runs: the time of change of a record whose source gives none.
 */
export function rowsOf(entries: readonly Entry[], shared: SharedRecords, source: string | null, at: Date): Rows {
	const rows: Rows = new Map();
	const services = entries.map((entry) => entry.service);
	const named = {
		organizations: pick(
			shared.organizations,
			services.map((service) => service.organization.id),
		),
		locations: pick(
			shared.locations,
			services.flatMap((service) => locationsOf(service).map((location) => location.id)),
		),
		terms: pick(
			shared.terms,
			services.flatMap((service) => (service.attributes ?? []).map((a) => a.taxonomy_term.id)),
		),
	};
	addTerms(rows, named.terms, shared);
	add(rows, "organizations", {}, named.organizations);
	for (const location of named.locations) addLocation(rows, location);
	for (const { service, hash, missingRuns = 0 } of entries)
		addService(rows, service, { source, content_hash: hash, missing_runs: missingRuns }, at);
	return rows;
}

/** Terms with the taxonomies that they belong to. */
export function addTerms(rows: Rows, terms: readonly TaxonomyTerm[], shared: SharedRecords): void {
	const ids = terms.flatMap((term) => term.taxonomy_id ?? []);
	add(rows, "taxonomies", {}, pick(shared.taxonomies, ids));
	add(rows, "named_taxonomies", {}, pick(shared.namedTaxonomies, ids));
	add(rows, "taxonomy_terms", {}, terms);
}

/** Adds records to a table's rows, each with the keys of its owner. */
export function add(rows: Rows, table: string, owner: Row, records: readonly Row[] | undefined): void {
	if (records === undefined || records.length === 0) return;
	const list = rows.get(table) ?? [];
	for (const record of records) list.push({ ...record, ...owner });
	rows.set(table, list);
}

function addService(rows: Rows, service: Service, bookkeeping: Row, at: Date): void {
	const { organization, phones, schedules, service_areas, service_at_locations, languages, ...rest } = service;
	const { cost_options, contacts, attributes, internal, last_modified, ...own } = rest;
	const changed = last_modified === undefined ? at.getTime() : Date.parse(last_modified);
	// Before 1970 the database's arithmetic on milliseconds would go the wrong way; whole seconds are safe.
	const modified = changed < 0 ? Math.floor(changed / 1000) * 1000 : changed;
	add(rows, "services", bookkeeping, [
		{
			archived: false,
			...internal,
			...own,
			organization_id: organization.id,
			last_modified: modified,
		},
	]);
	const owner = { service_id: service.id };
	for (const place of service_at_locations ?? []) addPlace(rows, place, owner);
	add(rows, "phones", owner, phones);
	add(rows, "schedules", owner, schedules);
	add(rows, "service_areas", owner, service_areas);
	add(rows, "languages", owner, languages);
	add(rows, "cost_options", owner, cost_options);
	addContacts(rows, owner, contacts);
	add(
		rows,
		"attributes",
		owner,
		attributes?.map((a) => ({ ...a, taxonomy_term_id: a.taxonomy_term.id })),
	);
}

function addPlace(rows: Rows, place: ServiceAtLocation, service: Row): void {
	const { location, schedules, contacts, phones, ...own } = place;
	add(rows, "service_at_locations", service, [{ ...own, location_id: location.id }]);
	const owner = { ...service, service_at_location_id: place.id };
	add(rows, "schedules", owner, schedules);
	add(rows, "phones", owner, phones);
	addContacts(rows, owner, contacts);
}

function addContacts(rows: Rows, owner: Row, contacts: readonly Contact[] | undefined): void {
	for (const { phones, ...contact } of contacts ?? []) {
		add(rows, "contacts", owner, [contact]);
		add(rows, "phones", { ...owner, contact_id: contact.id }, phones);
	}
}

function addLocation(rows: Rows, location: Location): void {
	const { addresses, accessibility, languages, phones, ...own } = location;
	add(rows, "locations", {}, [{ masked: false, ...own }]);
	const owner = { location_id: location.id };
	add(rows, "addresses", owner, addresses?.map(withPostcode));
	add(rows, "accessibility", owner, accessibility);
	add(rows, "languages", owner, languages);
	add(rows, "phones", owner, phones);
}

/** The inward part of a postcode is always its last three characters. */
function withPostcode(address: Address): Row {
	const postcode = address.postal_code.toUpperCase().replace(/\s+/g, "");
	return { ...address, postcode, outcode: postcode.slice(0, -3) };
}

function pick<T>(records: ReadonlyMap<string, T>, ids: readonly string[]): readonly T[] {
	return [...new Set(ids)].flatMap((id) => records.get(id) ?? []);
}
