import { sql } from "drizzle-orm";
import { foreignKey, index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";

/**
 * The directory as Open Referral UK (HSDS-UK-3.0) names it. Columns carry the standard's own names.
 * Every row belongs to an area, so the same record may stand in two areas. What has an address of its own in the
 * feed is keyed by (area, id); what only hangs beneath another record has a number, which also keeps its order.
 * `json` columns hold JSON text; instants are milliseconds since 1970.
 */

const area = () =>
	text()
		.notNull()
		.references(() => areas.slug, { onDelete: "cascade" });
const number = () => integer().primaryKey();

export const areas = sqliteTable("areas", {
	slug: text().primaryKey(),
	gss_code: text(),
	name: text().notNull(),
	demonstration: integer({ mode: "boolean" }).notNull(),
	contacts: text().notNull().default("[]"),
	hours: text(),
	/** Goes up by one whenever what the feed shows has changed. */
	feed_version: integer().notNull().default(0),
	feed_changed_at: integer().notNull().default(0),
});

export const feeds = sqliteTable(
	"feeds",
	{
		area: area(),
		source: text().notNull(),
		format: text().notNull(),
		/** Of the taxonomies as last read, so that a run without news writes nothing. */
		taxonomy_hash: text().notNull().default(""),
		last_run_at: integer().notNull(),
		/** Read on a schedule, every so many hours; null when a person imports it by hand. */
		every_hours: integer(),
		due_at: integer().notNull().default(0),
		/** Somebody is reading it until then at the latest, so that two runs at once do not both. */
		claimed_until: integer().notNull().default(0),
		/** Runs in a row that failed. */
		failures: integer().notNull().default(0),
		/** The run whose held-back deletions a person has allowed; for the next run only. */
		allowed_run: integer(),
	},
	(t) => [primaryKey({ columns: [t.area, t.source] }), index("feeds_by_due").on(t.due_at)],
);

export const organizations = sqliteTable(
	"organizations",
	{
		area: area(),
		id: text().notNull(),
		name: text().notNull(),
		alternate_name: text(),
		description: text().notNull(),
		email: text(),
		website: text(),
		logo: text(),
		uri: text(),
	},
	(t) => [primaryKey({ columns: [t.area, t.id] })],
);

export const services = sqliteTable(
	"services",
	{
		/** Also the row number in `service_search`. */
		key: number(),
		area: area(),
		id: text().notNull(),
		organization_id: text().notNull(),
		name: text().notNull(),
		alternate_name: text(),
		description: text(),
		url: text(),
		email: text(),
		status: text().notNull(),
		interpretation_services: text(),
		application_process: text(),
		fees_description: text(),
		wait_time: text(),
		accreditations: text(),
		eligibility_description: text(),
		minimum_age: real(),
		maximum_age: real(),
		assured_date: text(),
		last_modified: integer().notNull(),
		alert: text(),
		assurer: text(),
		notes: text(),
		archived: integer({ mode: "boolean" }).notNull().default(false),
		external_ids: text({ mode: "json" }),
		/** The feed that last brought this record; null when it was written here. */
		source: text(),
		content_hash: text(),
		/** Runs in a row in which its feed no longer held it. */
		missing_runs: integer().notNull().default(0),
	},
	(t) => [
		uniqueIndex("services_area_id").on(t.area, t.id),
		index("services_by_name").on(t.area, sql`"name" collate nocase`, t.id),
		index("services_by_change").on(t.area, t.last_modified),
		index("services_by_organization").on(t.area, t.organization_id),
		foreignKey({ columns: [t.area, t.organization_id], foreignColumns: [organizations.area, organizations.id] }),
		foreignKey({ columns: [t.area, t.source], foreignColumns: [feeds.area, feeds.source] }),
	],
);

export const locations = sqliteTable(
	"locations",
	{
		area: area(),
		id: text().notNull(),
		location_type: text().notNull(),
		name: text(),
		alternate_name: text(),
		description: text(),
		transportation: text(),
		url: text(),
		latitude: real(),
		longitude: real(),
		masked: integer({ mode: "boolean" }).notNull().default(false),
	},
	(t) => [primaryKey({ columns: [t.area, t.id] }), index("locations_by_point").on(t.area, t.latitude)],
);

export const service_at_locations = sqliteTable(
	"service_at_locations",
	{
		key: number(),
		area: text().notNull(),
		service_id: text().notNull(),
		id: text().notNull(),
		location_id: text().notNull(),
		description: text(),
	},
	(t) => [
		uniqueIndex("service_at_locations_within").on(t.area, t.service_id, t.id),
		index("service_at_locations_by_id").on(t.area, t.id),
		index("service_at_locations_by_location").on(t.area, t.location_id),
		foreignKey({ columns: [t.area, t.service_id], foreignColumns: [services.area, services.id] }).onDelete("cascade"),
		foreignKey({ columns: [t.area, t.location_id], foreignColumns: [locations.area, locations.id] }),
	],
);

export const taxonomies = sqliteTable(
	"taxonomies",
	{
		area: area(),
		id: text().notNull(),
		name: text().notNull(),
		description: text().notNull(),
		uri: text(),
		version: text(),
	},
	(t) => [primaryKey({ columns: [t.area, t.id] })],
);

/** `parent_id` is no foreign key: a feed may name a parent that it does not publish. */
export const taxonomy_terms = sqliteTable(
	"taxonomy_terms",
	{
		area: area(),
		id: text().notNull(),
		code: text(),
		name: text().notNull(),
		description: text().notNull(),
		parent_id: text(),
		taxonomy: text(),
		taxonomy_id: text(),
		language: text(),
		term_uri: text(),
	},
	(t) => [
		primaryKey({ columns: [t.area, t.id] }),
		index("taxonomy_terms_by_parent").on(t.area, t.parent_id),
		foreignKey({ columns: [t.area, t.taxonomy_id], foreignColumns: [taxonomies.area, taxonomies.id] }),
	],
);
