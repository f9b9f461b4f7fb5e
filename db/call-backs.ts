import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

/**
 * Requests to be rung back, and what carries them to a worker. What a person wrote stands only in `sealed`, encrypted
 * with its area's data key; everything else here says nothing of who they are. No row hangs on `areas`: removing an
 * area must never remove a request. Instants are milliseconds since 1970.
 */

/** An area's data keys, each wrapped by a key of the environment. */
export const data_keys = sqliteTable(
	"data_keys",
	{
		area: text().notNull(),
		id: text().notNull(),
		/** Base64 of the nonce and the wrapped key. */
		wrapped: text().notNull(),
		/** Which key of the environment wrapped it. */
		wrapped_by: text().notNull(),
		created_at: integer().notNull(),
		/** No longer used for what is new. */
		retired_at: integer(),
	},
	(t) => [primaryKey({ columns: [t.area, t.id] })],
);

export const call_backs = sqliteTable(
	"call_backs",
	{
		/** Eight characters, the last a check on the others. */
		reference: text().primaryKey(),
		area: text().notNull(),
		/** SHA-256 of the reference and the secret word that was shown once. */
		secret_hash: text().notNull(),
		/** Keyed hash of what makes two requests the same, so that a double click is one request; erased with the rest. */
		fold: text(),
		/** "received", "tried", "spoke", "closed" or "cancelled". */
		status: text().notNull(),
		received_at: integer().notNull(),
		/** The end of the promise; null where the area promises no time. */
		promised_by: integer(),
		/** parent, young_person, family or other: who is asking, which decides who should ring. */
		audience: text().notNull(),
		/** The stage or need talked about, as an id of ours; null where none was given. */
		topic: text(),
		/** What triage found in the optional line: the level alone. */
		urgency: text().notNull(),
		/** Of a worker at the desk. */
		claimed_by: text(),
		claimed_at: integer(),
		/** When the promise was found broken: told to the duty inbox, then to the manager. */
		escalated_at: integer(),
		escalated_again_at: integer(),
		closed_at: integer(),
		outcome: text(),
		/** Goes up with each change, so that two workers cannot both change the same state. */
		version: integer().notNull().default(1),
		/** Base64 of the nonce and the encrypted details; null once erased. */
		sealed: text(),
		sealed_with: text(),
		erased_at: integer(),
	},
	(t) => [
		index("call_backs_queue").on(t.area, t.status, t.promised_by),
		index("call_backs_by_fold").on(t.area, t.fold),
		index("call_backs_to_erase").on(t.erased_at, t.received_at),
	],
);

/** What must leave the house, written in the transaction that made it true. Holds no name, no number and no story. */
export const outbox = sqliteTable(
	"outbox",
	{
		id: text().primaryKey(),
		area: text().notNull(),
		/** "call_back.received", "call_back.overdue", "canary", "listing.reconfirm", … */
		kind: text().notNull(),
		/** The reference or the record that it is about. */
		subject: text().notNull(),
		/** "email", "sms" or "webhook". */
		channel: text().notNull(),
		/** JSON: what the channel needs besides; sealed where it is an address of a person. */
		payload: text().notNull(),
		created_at: integer().notNull(),
		next_at: integer().notNull(),
		attempts: integer().notNull().default(0),
		/** Somebody is sending it until then at the latest. */
		claimed_until: integer().notNull().default(0),
		delivered_at: integer(),
		/** Given up, loudly. */
		dead_at: integer(),
		/** Why the last attempt failed: a status or a kind of fault, never an answer's body. */
		last_fault: text(),
	},
	(t) => [
		index("outbox_due").on(t.delivered_at, t.dead_at, t.next_at),
		index("outbox_by_subject").on(t.area, t.subject),
	],
);

/** What was erased and why, as counts alone. */
export const erasures = sqliteTable(
	"erasures",
	{
		key: integer().primaryKey(),
		area: text().notNull(),
		at: integer().notNull(),
		/** "closed", "old", "asked". */
		why: text().notNull(),
		erased: integer().notNull(),
	},
	(t) => [index("erasures_by_time").on(t.area, t.at)],
);

/** Each morning's proof, by area, that what is sent arrives. */
export const canaries = sqliteTable(
	"canaries",
	{
		area: text().notNull(),
		/** "2026-11-24", London's day. */
		day: text().notNull(),
		sent_at: integer().notNull(),
		arrived_at: integer(),
	},
	(t) => [primaryKey({ columns: [t.area, t.day] })],
);
