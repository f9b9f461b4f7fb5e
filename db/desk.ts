import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** The desk: who may do what, what they did, and the directory's own editing. Instants are milliseconds since 1970. */

/** Roles that were given at the desk, by area. "*" is the whole platform. */
export const desk_members = sqliteTable(
	"desk_members",
	{
		area: text().notNull(),
		/** Of the person at the identity provider: issuer and subject with a space between, or an e-mail address it vouches for. */
		member: text().notNull(),
		/** viewer, editor, duty_worker, manager or platform. */
		role: text().notNull(),
		given_by: text().notNull(),
		given_at: integer().notNull(),
	},
	(t) => [primaryKey({ columns: [t.area, t.member, t.role] })],
);

export const desk_sessions = sqliteTable(
	"desk_sessions",
	{
		/** SHA-256 of what the cookie holds. */
		hash: text().primaryKey(),
		member: text().notNull(),
		/** Shown in the desk's own pages and its audit log. */
		name: text().notNull(),
		/** JSON: how the person came in, a vouched-for e-mail address, and the roles by area that the provider's claims gave. */
		roles: text({ mode: "json" }).notNull(),
		created_at: integer().notNull(),
		seen_at: integer().notNull(),
		expires_at: integer().notNull(),
		revoked_at: integer(),
	},
	(t) => [index("desk_sessions_by_member").on(t.member)],
);

/** Links that open something once: a demonstration's sign-in, a provider's "still right?". */
export const single_use_links = sqliteTable(
	"single_use_links",
	{
		/** SHA-256 of the link's secret. */
		hash: text().primaryKey(),
		/** "demonstration", "signed_in" (a sign-in's state, kept so that it counts once) or "reconfirm". */
		purpose: text().notNull(),
		area: text().notNull(),
		subject: text().notNull(),
		made_at: integer().notNull(),
		expires_at: integer().notNull(),
		used_at: integer(),
	},
	(t) => [index("single_use_links_by_subject").on(t.area, t.subject)],
);

/** Who did or saw what. Only ever added to; each entry holds the hash of the one before it. */
export const audit_log = sqliteTable(
	"audit_log",
	{
		area: text().notNull(),
		position: integer().notNull(),
		at: integer().notNull(),
		actor: text().notNull(),
		action: text().notNull(),
		entity: text().notNull(),
		entity_id: text(),
		/** JSON, without personal data of families. */
		detail: text().notNull(),
		previous: text().notNull(),
		hash: text().notNull(),
	},
	(t) => [
		primaryKey({ columns: [t.area, t.position] }),
		index("audit_log_by_entity").on(t.area, t.entity, t.entity_id),
	],
);

/** What an area set at the desk, over what its file says. */
export const area_settings = sqliteTable("area_settings", {
	area: text().primaryKey(),
	settings: text({ mode: "json" }).notNull(),
	version: integer().notNull(),
	changed_at: integer().notNull(),
	changed_by: text().notNull(),
});

/** A field of a service that people of the area changed: it wins over what the feed says. */
export const local_edits = sqliteTable(
	"local_edits",
	{
		area: text().notNull(),
		service_id: text().notNull(),
		field: text().notNull(),
		/** JSON; null where the field is to be empty. */
		value: text({ mode: "json" }),
		/** JSON: what the feed last said of it, which it says again when the edit is withdrawn. */
		beneath: text({ mode: "json" }),
		edited_at: integer().notNull(),
		edited_by: text().notNull(),
	},
	(t) => [primaryKey({ columns: [t.area, t.service_id, t.field] })],
);

/** Each state that a service has had, whole, the newest last. */
export const service_versions = sqliteTable(
	"service_versions",
	{
		area: text().notNull(),
		service_id: text().notNull(),
		version: integer().notNull(),
		/** JSON of the whole service; null once it was deleted. */
		record: text({ mode: "json" }),
		at: integer().notNull(),
		by: text().notNull(),
		/** "import", "edit", "undo", "approval", "provider", "merge", … */
		why: text().notNull(),
	},
	(t) => [primaryKey({ columns: [t.area, t.service_id, t.version] })],
);

/** A change that waits: an editor's draft, or what a provider says. */
export const drafts = sqliteTable(
	"drafts",
	{
		id: text().primaryKey(),
		area: text().notNull(),
		/** Null for a service that does not exist yet. */
		service_id: text(),
		/** "editor" or "provider". */
		origin: text().notNull(),
		/** JSON of the service as it would be, or of the fields that change. */
		record: text({ mode: "json" }).notNull(),
		/** "draft", "waiting", "approved" or "refused". */
		state: text().notNull(),
		made_by: text().notNull(),
		made_at: integer().notNull(),
		decided_by: text(),
		decided_at: integer(),
		reason: text(),
	},
	(t) => [index("drafts_by_state").on(t.area, t.state, t.made_at)],
);

/** Two records that look like one. Nothing is merged by itself. */
export const merge_proposals = sqliteTable(
	"merge_proposals",
	{
		area: text().notNull(),
		service_id: text().notNull(),
		other_id: text().notNull(),
		/** JSON: what is alike. */
		reasons: text({ mode: "json" }).notNull(),
		proposed_at: integer().notNull(),
		/** "open", "merged" or "different". */
		state: text().notNull(),
		decided_by: text(),
		decided_at: integer(),
	},
	(t) => [primaryKey({ columns: [t.area, t.service_id, t.other_id] })],
);

/** What a provider was told of its listing's age, and what came of it. */
export const service_notices = sqliteTable(
	"service_notices",
	{
		area: text().notNull(),
		service_id: text().notNull(),
		/** "due", "stale" or "hiding": at 3 and 6 months, and before 12. */
		kind: text().notNull(),
		/** The assured date that it was about, so that each age is told once. */
		assured: text().notNull(),
		sent_at: integer().notNull(),
		/** "sent", "bounced", "no address", "confirmed", "changed". */
		state: text().notNull(),
	},
	(t) => [primaryKey({ columns: [t.area, t.service_id, t.kind, t.assured] })],
);
