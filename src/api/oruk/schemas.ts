import * as z from "zod";
import * as own from "#domain/directory/service.ts";

/** The records of the feed as they go out: our own with the keys and formats of HSDS-UK-3.0. For OpenAPI and tests. */

const Uuid = z.uuid();
const keys = { service_id: Uuid.optional(), service_at_location_id: Uuid.optional(), location_id: Uuid.optional() };
const Link = z.url().optional();
const Day = z.iso.date().optional();

const Language = own.Language.extend({
	service_id: Uuid.optional(),
	location_id: Uuid.optional(),
	phone_id: Uuid.optional(),
});
const Phone = own.Phone.extend({ ...keys, contact_id: Uuid.optional(), languages: z.array(Language).optional() });
const Contact = own.Contact.extend({ ...keys, email: z.email().optional(), phones: z.array(Phone).optional() });
const Schedule = own.Schedule.omit({ exceptions: true }).extend({
	...keys,
	dtstart: Day,
	until: Day,
	valid_from: Day,
	valid_to: Day,
	schedule_link: Link,
});
export const Organization = own.Organization.extend({
	id: Uuid,
	email: z.email().optional(),
	website: Link,
	uri: Link,
});
export const Taxonomy = own.Taxonomy.extend({ id: Uuid, uri: Link });
export const TaxonomyTerm = own.TaxonomyTerm.extend({ id: Uuid, term_uri: Link });
const Attribute = own.Attribute.extend({
	link_id: Uuid,
	link_entity: z.literal("service"),
	taxonomy_term_id: Uuid,
	taxonomy_term: TaxonomyTerm,
});
const Location = own.Location.omit({ masked: true }).extend({
	id: Uuid,
	url: Link,
	addresses: z.array(own.Address.extend({ location_id: Uuid })).optional(),
	accessibility: z.array(own.Accessibility.extend({ location_id: Uuid, url: Link })).optional(),
	languages: z.array(Language).optional(),
	phones: z.array(Phone).optional(),
});
export const ServiceAtLocation = own.ServiceAtLocation.extend({
	id: Uuid,
	service_id: Uuid,
	location_id: Uuid,
	location: Location,
	schedules: z.array(Schedule).optional(),
	contacts: z.array(Contact).optional(),
	phones: z.array(Phone).optional(),
});
export const Service = own.Service.omit({ internal: true }).extend({
	id: Uuid,
	organization_id: Uuid,
	url: Link,
	email: z.email().optional(),
	fees: z.string().min(1).optional(),
	organization: Organization,
	phones: z.array(Phone).optional(),
	schedules: z.array(Schedule).optional(),
	service_areas: z.array(own.ServiceArea.extend({ service_id: Uuid, uri: Link })).optional(),
	service_at_locations: z.array(ServiceAtLocation).optional(),
	languages: z.array(Language).optional(),
	cost_options: z.array(own.CostOption.extend({ service_id: Uuid, valid_from: Day, valid_to: Day })).optional(),
	contacts: z.array(Contact).optional(),
	attributes: z.array(Attribute).optional(),
});

/** JSON Schema by name, for `#/components/schemas/`. */
export function componentSchemas(): Readonly<Record<string, unknown>> {
	const registry = z.registry<{ id: string }>();
	const named = { Service, ServiceAtLocation, Organization, Taxonomy, TaxonomyTerm };
	for (const [id, schema] of Object.entries(named)) registry.add(schema, { id });
	const { schemas } = z.toJSONSchema(registry, { uri: (id) => `#/components/schemas/${id}` });
	return Object.fromEntries(
		Object.entries(schemas).map(([id, { $id: _id, $schema: _schema, ...schema }]) => [id, schema]),
	);
}
