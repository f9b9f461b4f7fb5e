import { date, email, time, uri } from "#api/oruk/formats.ts";
import type {
	Attribute,
	Contact,
	Language,
	Location,
	Organization,
	Phone,
	Schedule,
	Service,
	Taxonomy,
	TaxonomyTerm,
} from "#domain/directory/service.ts";
import type { LocatedService } from "#ports/feed.ts";

/**
 * Records in the form of HSDS-UK-3.0: our own with the keys that tie them together and the formats that the standard
 * wants. What is undefined here is left out of the JSON.
 */

type Keys = { readonly service_id?: string; readonly service_at_location_id?: string; readonly location_id?: string };

/** A service with all that belongs to it. */
export function orukService(service: Service) {
	const owner = { service_id: service.id };
	const { phones, schedules, service_areas, service_at_locations, languages, cost_options, contacts, attributes } =
		service;
	return {
		...briefService(service),
		phones: phones?.map((phone) => orukPhone(phone, owner)),
		schedules: schedules?.map((schedule) => orukSchedule(schedule, owner)),
		service_areas: service_areas?.map((area) => ({ ...area, ...owner, uri: uri(area.uri) })),
		service_at_locations: service_at_locations?.map((place) => orukPlace({ ...place, ...owner })),
		languages: languages?.map((language) => ({ ...language, ...owner })),
		cost_options: cost_options?.map((cost) => ({
			...cost,
			...owner,
			valid_from: date(cost.valid_from),
			valid_to: date(cost.valid_to),
		})),
		contacts: contacts?.map((contact) => orukContact(contact, owner)),
		attributes: attributes?.map((attribute) => orukAttribute(attribute, service.id)),
	};
}

/** Without what lists of services leave out. */
export function briefService(service: Service) {
	const { internal, phones, schedules, service_areas, service_at_locations, languages, ...rest } = service;
	const { cost_options, contacts, attributes, organization, ...own } = rest;
	return {
		...own,
		organization_id: organization.id,
		url: uri(own.url),
		email: email(own.email),
		// HSDS says fees_description, the UK's profile says fees.
		fees: own.fees_description,
		assured_date: date(own.assured_date),
		organization: orukOrganization(organization),
	};
}

/** An organisation by itself. */
export function orukOrganization(organization: Organization) {
	return {
		...organization,
		email: email(organization.email),
		website: uri(organization.website),
		uri: uri(organization.uri),
	};
}

/** A service at a location with all that belongs to it. */
export function orukPlace(place: LocatedService) {
	const owner = { service_id: place.service_id, service_at_location_id: place.id };
	return {
		...place,
		location_id: place.location.id,
		location: orukLocation(place.location),
		schedules: place.schedules?.map((schedule) => orukSchedule(schedule, owner)),
		contacts: place.contacts?.map((contact) => orukContact(contact, owner)),
		phones: place.phones?.map((phone) => orukPhone(phone, owner)),
	};
}

/** The same as lists give it: where it is, without addresses and hours. */
export function briefPlace(place: LocatedService) {
	const { addresses, accessibility, languages, phones, ...location } = orukLocation(place.location);
	return {
		id: place.id,
		service_id: place.service_id,
		location_id: place.location.id,
		description: place.description,
		location,
	};
}

/** An organisation with its services in full. */
export function fullOrganization({ services, ...own }: Organization & { readonly services: readonly Service[] }) {
	return { ...orukOrganization(own), services: services.map(orukService) };
}

/** A taxonomy, without its terms: they have a list of their own. */
export function orukTaxonomy(taxonomy: Taxonomy) {
	return { ...taxonomy, uri: uri(taxonomy.uri) };
}

/** A taxonomy term. */
export function orukTerm(term: TaxonomyTerm) {
	return { ...term, term_uri: uri(term.term_uri) };
}

function orukLocation(location: Location) {
	const { masked, addresses, accessibility, languages, phones, ...own } = location;
	const owner = { location_id: location.id };
	return {
		...own,
		url: uri(own.url),
		addresses: addresses?.map((address) => ({ ...address, ...owner })),
		accessibility: accessibility?.map((item) => ({ ...item, ...owner, url: uri(item.url) })),
		languages: languages?.map((language) => ({ ...language, ...owner })),
		phones: phones?.map((phone) => orukPhone(phone, owner)),
	};
}

function orukSchedule(schedule: Schedule, owner: Keys) {
	const { exceptions, ...own } = schedule;
	return {
		...own,
		...owner,
		dtstart: date(own.dtstart),
		until: date(own.until),
		valid_from: date(own.valid_from),
		valid_to: date(own.valid_to),
		opens_at: time(own.opens_at),
		closes_at: time(own.closes_at),
		schedule_link: uri(own.schedule_link),
	};
}

function orukContact(contact: Contact, owner: Keys) {
	return {
		...contact,
		...owner,
		email: email(contact.email),
		phones: contact.phones?.map((phone) => orukPhone(phone, { ...owner, contact_id: contact.id })),
	};
}

function orukPhone(phone: Phone, owner: Keys & { readonly contact_id?: string }) {
	return {
		...phone,
		...owner,
		languages: phone.languages?.map((language: Language) => ({ ...language, phone_id: phone.id })),
	};
}

function orukAttribute(attribute: Attribute, service: string) {
	return {
		...attribute,
		link_id: service,
		link_entity: "service",
		taxonomy_term_id: attribute.taxonomy_term.id,
		taxonomy_term: orukTerm(attribute.taxonomy_term),
	};
}
