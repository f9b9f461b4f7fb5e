import * as z from "zod";

/**
 * A directory record, in the field's own words: the nested "full service" of
 * Open Referral UK v3 (https://openreferraluk.org, HSDS-UK-3.0) with the parts of the
 * HSDS superset that families need. Unset is left out, never null and never "".
 * What may not leave the building (`internal`, `masked`) is dropped by `publicView`.
 */

const Text = z.string().min(1);
const Id = z.string().min(1);
/** An ISO 8601 instant with milliseconds and an offset. */
const Instant = z.iso.datetime({ offset: true });
const Time = z.string().regex(/^([01]\d|2[0-4]):[0-5]\d$/);

export const TaxonomyTerm = z.object({
	id: Id,
	code: Text.optional(),
	name: Text,
	description: Text,
	parent_id: Id.optional(),
	taxonomy: Text.optional(),
	taxonomy_id: Id.optional(),
	language: Text.optional(),
	term_uri: Text.optional(),
});
export type TaxonomyTerm = z.infer<typeof TaxonomyTerm>;

export const Taxonomy = z.object({
	id: Id,
	name: Text,
	description: Text,
	uri: Text.optional(),
	version: Text.optional(),
});
export type Taxonomy = z.infer<typeof Taxonomy>;

export const Attribute = z.object({
	id: Id,
	link_id: Id.optional(),
	link_entity: Text.optional(),
	link_type: Text.optional(),
	value: Text.optional(),
	label: Text.optional(),
	taxonomy_term_id: Id.optional(),
	taxonomy_term: TaxonomyTerm,
});
export type Attribute = z.infer<typeof Attribute>;

export const Language = z.object({
	id: Id,
	name: Text.optional(),
	code: Text.optional(),
	note: Text.optional(),
});
export type Language = z.infer<typeof Language>;

export const Phone = z.object({
	id: Id,
	number: Text,
	extension: z.number().int().optional(),
	type: Text.optional(),
	description: Text.optional(),
	languages: z.array(Language).optional(),
});
export type Phone = z.infer<typeof Phone>;

/** One line of a timetable. `byday` holds RFC 5545 day codes, "MO,WE". */
export const Schedule = z.object({
	id: Id,
	freq: z.enum(["WEEKLY", "MONTHLY"]).optional(),
	interval: z.number().int().positive().optional(),
	byday: Text.optional(),
	bymonthday: Text.optional(),
	byweekno: Text.optional(),
	byyearday: Text.optional(),
	dtstart: Text.optional(),
	until: Text.optional(),
	count: z.number().int().optional(),
	wkst: Text.optional(),
	timezone: z.number().optional(),
	valid_from: Text.optional(),
	valid_to: Text.optional(),
	opens_at: Time.optional(),
	closes_at: Time.optional(),
	schedule_link: Text.optional(),
	attending_type: Text.optional(),
	notes: Text.optional(),
	description: Text.optional(),
	/** Dates on which this line does not run, "2026-12-25". Ours, not HSDS. */
	exceptions: z.array(z.iso.date()).optional(),
});
export type Schedule = z.infer<typeof Schedule>;

export const Contact = z.object({
	id: Id,
	name: Text.optional(),
	title: Text.optional(),
	department: Text.optional(),
	email: Text.optional(),
	phones: z.array(Phone).optional(),
});
export type Contact = z.infer<typeof Contact>;

export const CostOption = z.object({
	id: Id,
	valid_from: Text.optional(),
	valid_to: Text.optional(),
	option: Text.optional(),
	currency: Text.optional(),
	amount: z.number().nonnegative().optional(),
	amount_description: Text.optional(),
});
export type CostOption = z.infer<typeof CostOption>;

export const ServiceArea = z.object({
	id: Id,
	name: Text.optional(),
	description: Text.optional(),
	extent: Text.optional(),
	extent_type: Text.optional(),
	uri: Text.optional(),
});
export type ServiceArea = z.infer<typeof ServiceArea>;

export const Address = z.object({
	id: Id,
	attention: Text.optional(),
	address_1: Text,
	address_2: Text.optional(),
	city: Text,
	region: Text.optional(),
	state_province: Text,
	postal_code: Text,
	country: Text,
	address_type: z.enum(["physical", "postal", "virtual"]),
});
export type Address = z.infer<typeof Address>;

export const Accessibility = z.object({
	id: Id,
	description: Text.optional(),
	details: Text.optional(),
	url: Text.optional(),
});
export type Accessibility = z.infer<typeof Accessibility>;

export const Location = z.object({
	id: Id,
	location_type: z.enum(["physical", "postal", "virtual"]),
	name: Text.optional(),
	alternate_name: Text.optional(),
	description: Text.optional(),
	transportation: Text.optional(),
	url: Text.optional(),
	latitude: z.number().min(-90).max(90).optional(),
	longitude: z.number().min(-180).max(180).optional(),
	addresses: z.array(Address).optional(),
	accessibility: z.array(Accessibility).optional(),
	languages: z.array(Language).optional(),
	phones: z.array(Phone).optional(),
	/** True where the point is only the middle of its postcode's sector or outcode: for a search, never stored or shown. Ours. */
	approximate: z.boolean().optional(),
	/** True for a place whose address must stay secret (a refuge, somebody's home). Ours. */
	masked: z.boolean().optional(),
});
export type Location = z.infer<typeof Location>;

export const ServiceAtLocation = z.object({
	id: Id,
	description: Text.optional(),
	location: Location,
	schedules: z.array(Schedule).optional(),
	contacts: z.array(Contact).optional(),
	phones: z.array(Phone).optional(),
});
export type ServiceAtLocation = z.infer<typeof ServiceAtLocation>;

export const Organization = z.object({
	id: Id,
	name: Text,
	alternate_name: Text.optional(),
	description: Text,
	email: Text.optional(),
	website: Text.optional(),
	logo: Text.optional(),
	uri: Text.optional(),
});
export type Organization = z.infer<typeof Organization>;

export const ServiceStatus = z.enum(["active", "inactive", "defunct", "temporarily closed"]);

export const Service = z.object({
	id: Id,
	name: Text,
	alternate_name: Text.optional(),
	description: Text.optional(),
	url: Text.optional(),
	email: Text.optional(),
	status: ServiceStatus,
	interpretation_services: Text.optional(),
	application_process: Text.optional(),
	fees_description: Text.optional(),
	wait_time: Text.optional(),
	accreditations: Text.optional(),
	eligibility_description: Text.optional(),
	minimum_age: z.number().min(0).optional(),
	maximum_age: z.number().min(0).optional(),
	assured_date: z.iso.date().optional(),
	last_modified: Instant.optional(),
	alert: Text.optional(),
	organization: Organization,
	phones: z.array(Phone).optional(),
	schedules: z.array(Schedule).optional(),
	service_areas: z.array(ServiceArea).optional(),
	service_at_locations: z.array(ServiceAtLocation).optional(),
	languages: z.array(Language).optional(),
	cost_options: z.array(CostOption).optional(),
	contacts: z.array(Contact).optional(),
	attributes: z.array(Attribute).optional(),
	/** Never published. */
	internal: z
		.object({
			assurer: Text.optional(),
			notes: Text.optional(),
			archived: z.boolean().optional(),
			external_ids: z.array(Text).optional(),
		})
		.optional(),
});
export type Service = z.infer<typeof Service>;
