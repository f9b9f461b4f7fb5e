import { blob, foreignKey, index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { areas, feeds } from "./schema.ts";

/** What running the directory leaves behind: import runs, deleted records, snapshots, the audit trail. */

const number = () => integer().primaryKey();
const area = () =>
	text()
		.notNull()
		.references(() => areas.slug, { onDelete: "cascade" });

export const feed_runs = sqliteTable(
	"feed_runs",
	{
		key: number(),
		area: text().notNull(),
		source: text().notNull(),
		ran_at: integer().notNull(),
		format: text().notNull(),
		/** JSON: what was read, created, updated, left alone, missing, deleted. */
		counts: text({ mode: "json" }).notNull(),
		/** "imported", or "refused": nothing was changed, for this reason. */
		outcome: text().notNull().default("imported"),
		reason: text(),
	},
	(t) => [
		index("feed_runs_feed").on(t.area, t.source, t.ran_at),
		foreignKey({ columns: [t.area, t.source], foreignColumns: [feeds.area, feeds.source] }).onDelete("cascade"),
	],
);

/** Repairs and rejects of a run as JSON lists in pieces, since one value may not exceed 5 MB on a libSQL server. */
export const feed_run_notes = sqliteTable(
	"feed_run_notes",
	{
		run: integer()
			.notNull()
			.references(() => feed_runs.key, { onDelete: "cascade" }),
		position: integer().notNull(),
		kind: text().notNull(),
		notes: text({ mode: "json" }).notNull(),
	},
	(t) => [primaryKey({ columns: [t.run, t.position] })],
);

/** What is left of a deleted service, so that readers of the feed learn that it has gone. */
export const tombstones = sqliteTable(
	"tombstones",
	{
		area: area(),
		id: text().notNull(),
		name: text().notNull(),
		organization_id: text().notNull(),
		organization_name: text().notNull(),
		organization_description: text().notNull(),
		deleted_at: integer().notNull(),
	},
	(t) => [primaryKey({ columns: [t.area, t.id] }), index("tombstones_by_time").on(t.area, t.deleted_at)],
);

/** Rows of an import on their way in, as JSON lists, until one transaction takes them over. */
export const import_pieces = sqliteTable(
	"import_pieces",
	{
		run: text().notNull(),
		position: integer().notNull(),
		kind: text().notNull(),
		rows: text().notNull(),
		staged_at: integer().notNull(),
	},
	(t) => [primaryKey({ columns: [t.run, t.position] })],
);

/** A published snapshot: there once its bytes are all there. */
export const snapshots = sqliteTable(
	"snapshots",
	{
		area: area(),
		version: integer().notNull(),
		token: text().notNull().unique(),
		checksum: text().notNull(),
		size: integer().notNull(),
		created_at: integer().notNull(),
	},
	(t) => [primaryKey({ columns: [t.area, t.version] })],
);

/** The bytes of a snapshot: a libSQL server refuses a value above 5 MB and an answer above 10 MB. */
export const snapshot_pieces = sqliteTable(
	"snapshot_pieces",
	{
		token: text().notNull(),
		position: integer().notNull(),
		bytes: blob({ mode: "buffer" }).notNull(),
		written_at: integer().notNull(),
	},
	(t) => [primaryKey({ columns: [t.token, t.position] })],
);

/** How often on a day readers said what is wrong with a service. Nothing is kept of who they are or what they wrote. */
export const service_reports = sqliteTable(
	"service_reports",
	{
		area: area(),
		service_id: text().notNull(),
		reason: text().notNull(),
		/** "2026-11-24", London's day. */
		day: text().notNull(),
		reports: integer().notNull(),
	},
	(t) => [primaryKey({ columns: [t.area, t.service_id, t.reason, t.day] })],
);

/** What people asked, found and did not find, as counts by week and nothing else. `area` is empty where none was chosen. */
export const tallies = sqliteTable(
	"tallies",
	{
		area: text().notNull(),
		/** "2026-W48", London's ISO week. */
		week: text().notNull(),
		/** "helped", "found_nothing", "stage", "urgent", "call_back", … */
		measure: text().notNull(),
		/** An id of ours: an answer, a need, a stage, a reason. */
		item: text().notNull(),
		/** "yes", a sector, an outcome; empty where there is none. */
		detail: text().notNull(),
		count: integer().notNull(),
	},
	(t) => [primaryKey({ columns: [t.area, t.week, t.measure, t.item, t.detail] })],
);

/** Work that is done by the clock: held by one runner at a time, with what came of it last. */
export const jobs = sqliteTable("jobs", {
	name: text().primaryKey(),
	claimed_until: integer().notNull().default(0),
	last_started_at: integer(),
	last_succeeded_at: integer(),
	last_failed_at: integer(),
	/** A kind of fault, never data. */
	last_fault: text(),
	runs: integer().notNull().default(0),
});

/** The official list of bank holidays as last fetched. */
export const bank_holidays = sqliteTable("bank_holidays", {
	division: text().primaryKey(),
	dates: text({ mode: "json" }).notNull(),
	fetched_at: integer().notNull(),
});
