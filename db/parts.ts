import { sql } from "drizzle-orm";
import {
	type AnySQLiteColumn,
	check,
	foreignKey,
	index,
	integer,
	real,
	sqliteTable,
	text,
} from "drizzle-orm/sqlite-core";
import { locations, services, taxonomy_terms } from "./schema.ts";

/** What hangs beneath a service or a location. Numbered, so that each list keeps the order it came in. */

const number = () => integer().primaryKey();

type PartOfService = { area: AnySQLiteColumn; service_id: AnySQLiteColumn };
const underService = (table: string, t: PartOfService) => [
	index(`${table}_by_service`).on(t.area, t.service_id),
	foreignKey({ columns: [t.area, t.service_id], foreignColumns: [services.area, services.id] }).onDelete("cascade"),
];
type PartOfLocation = { area: AnySQLiteColumn; location_id: AnySQLiteColumn };
const underLocation = (table: string, t: PartOfLocation) => [
	index(`${table}_by_location`).on(t.area, t.location_id),
	foreignKey({ columns: [t.area, t.location_id], foreignColumns: [locations.area, locations.id] }).onDelete("cascade"),
];

/** Columns of what hangs beneath a service. */
const beneathService = () => ({
	key: number(),
	area: text().notNull(),
	service_id: text().notNull(),
	id: text().notNull(),
});

/** Columns of what may hang beneath a service or a location: one of the two is set. */
const beneathEither = () => ({
	key: number(),
	area: text().notNull(),
	service_id: text(),
	location_id: text(),
	id: text().notNull(),
});

/** A timetable line of a service, or of one of its locations where `service_at_location_id` is set. */
export const schedules = sqliteTable(
	"schedules",
	{
		...beneathService(),
		service_at_location_id: text(),
		freq: text(),
		interval: integer(),
		byday: text(),
		bymonthday: text(),
		byweekno: text(),
		byyearday: text(),
		dtstart: text(),
		until: text(),
		count: integer(),
		wkst: text(),
		timezone: real(),
		valid_from: text(),
		valid_to: text(),
		opens_at: text(),
		closes_at: text(),
		schedule_link: text(),
		attending_type: text(),
		notes: text(),
		description: text(),
		/** JSON: dates on which the line does not run. */
		exceptions: text({ mode: "json" }),
	},
	(t) => [...underService("schedules", t)],
);

export const contacts = sqliteTable(
	"contacts",
	{
		...beneathService(),
		service_at_location_id: text(),
		name: text(),
		title: text(),
		department: text(),
		email: text(),
	},
	(t) => [...underService("contacts", t)],
);

/** A number of a service, of one of its locations, of a contact of either, or of a location. */
export const phones = sqliteTable(
	"phones",
	{
		...beneathEither(),
		service_at_location_id: text(),
		contact_id: text(),
		number: text().notNull(),
		extension: integer(),
		type: text(),
		description: text(),
		/** JSON: languages spoken on this number. */
		languages: text({ mode: "json" }),
	},
	(t) => [
		...underService("phones", t),
		...underLocation("phones", t),
		check("phones_have_one_owner", sql`(service_id is null) <> (location_id is null)`),
	],
);

export const languages = sqliteTable(
	"languages",
	{ ...beneathEither(), name: text(), code: text(), note: text() },
	(t) => [
		...underService("languages", t),
		...underLocation("languages", t),
		check("languages_have_one_owner", sql`(service_id is null) <> (location_id is null)`),
	],
);

export const addresses = sqliteTable(
	"addresses",
	{
		key: number(),
		area: text().notNull(),
		location_id: text().notNull(),
		id: text().notNull(),
		attention: text(),
		address_1: text().notNull(),
		address_2: text(),
		city: text().notNull(),
		region: text(),
		state_province: text().notNull(),
		postal_code: text().notNull(),
		country: text().notNull(),
		address_type: text().notNull(),
		/** Upper case, without spaces. */
		postcode: text().notNull(),
		outcode: text().notNull(),
	},
	(t) => [
		...underLocation("addresses", t),
		index("addresses_by_postcode").on(t.postcode),
		index("addresses_by_outcode").on(t.outcode),
	],
);

export const accessibility = sqliteTable(
	"accessibility",
	{
		key: number(),
		area: text().notNull(),
		location_id: text().notNull(),
		id: text().notNull(),
		description: text(),
		details: text(),
		url: text(),
	},
	(t) => [...underLocation("accessibility", t)],
);

export const cost_options = sqliteTable(
	"cost_options",
	{
		...beneathService(),
		valid_from: text(),
		valid_to: text(),
		option: text(),
		currency: text(),
		amount: real(),
		amount_description: text(),
	},
	(t) => [...underService("cost_options", t)],
);

export const service_areas = sqliteTable(
	"service_areas",
	{
		...beneathService(),
		name: text(),
		description: text(),
		extent: text(),
		extent_type: text(),
		uri: text(),
	},
	(t) => [...underService("service_areas", t)],
);

/** A taxonomy term given to a service. */
export const attributes = sqliteTable(
	"attributes",
	{
		...beneathService(),
		link_type: text(),
		value: text(),
		label: text(),
		taxonomy_term_id: text().notNull(),
	},
	(t) => [
		...underService("attributes", t),
		index("attributes_by_term").on(t.area, t.taxonomy_term_id),
		foreignKey({ columns: [t.area, t.taxonomy_term_id], foreignColumns: [taxonomy_terms.area, taxonomy_terms.id] }),
	],
);
