import type { Row } from "@libsql/client";
import { type SQL, sql } from "drizzle-orm";
import type { Database } from "#adapters/libsql/client.ts";
import { rows, statement } from "#adapters/libsql/statement.ts";
import { canaries, outbox } from "#db/call-backs.ts";
import { LONGEST_POSSIBLE_WAIT_MS } from "#domain/call-backs/back-off.ts";
import { Channel, type Message, MessagePayload } from "#domain/call-backs/message.ts";
import type { Outbox, TakenMessage } from "#ports/outbox.ts";

/** A message put into the outbox where `when` holds; one that is there already stays as it is. */
export function addMessage({ id, area, kind, subject, channel, payload }: Message, at: number, when: SQL): SQL {
	return sql`INSERT INTO ${outbox} (id, area, kind, subject, channel, payload, created_at, next_at)
		SELECT ${id}, ${area}, ${kind}, ${subject}, ${channel}, ${JSON.stringify(payload)}, ${at}, ${at} WHERE ${when}
		ON CONFLICT (id) DO NOTHING`;
}

export function createOutbox(client: Database): Outbox {
	const run = async (change: SQL) => (await client.execute(statement(change))).rowsAffected;
	return {
		add: async (messages, at) => {
			if (messages.length > 0)
				await client.batch(
					messages.map((message) => statement(addMessage(message, at, sql`TRUE`))),
					"write",
				);
		},
		take: async (now, lease, most) => {
			// What waits or is held for longer than can be was told so by a clock that ran ahead.
			const found = await rows(
				client,
				sql`UPDATE ${outbox} SET claimed_until = ${now + lease}, attempts = attempts + 1
					WHERE id IN (SELECT id FROM ${outbox} WHERE delivered_at IS NULL AND dead_at IS NULL
						AND (next_at <= ${now} OR next_at > ${now + LONGEST_POSSIBLE_WAIT_MS})
						AND (claimed_until <= ${now} OR claimed_until > ${now + lease})
						ORDER BY next_at, id LIMIT ${most})
					RETURNING id, area, kind, subject, channel, payload, attempts, created_at`,
			);
			return found.map(takenMessage);
		},
		delivered: async (id, at) => {
			const arrive = sql`UPDATE ${outbox} SET delivered_at = ${at}, claimed_until = 0, last_fault = NULL, dead_at = NULL
				WHERE id = ${id}`;
			const canary = sql`UPDATE ${canaries} SET arrived_at = ${at} WHERE arrived_at IS NULL AND EXISTS (
				SELECT 1 FROM ${outbox} AS o WHERE o.id = ${id} AND o.kind = 'canary'
					AND o.area = ${canaries}.area AND o.subject = ${canaries}.day)`;
			await client.batch([arrive, canary].map(statement), "write");
		},
		failed: async (id, nextAt, fault) => {
			await run(sql`UPDATE ${outbox} SET next_at = ${nextAt}, claimed_until = 0, last_fault = ${fault}
				WHERE id = ${id} AND delivered_at IS NULL`);
		},
		dead: async (id, at, fault) => {
			await run(sql`UPDATE ${outbox} SET dead_at = ${at}, claimed_until = 0, last_fault = ${fault}
				WHERE id = ${id} AND delivered_at IS NULL`);
		},
		deadLetters: async (area, most) => {
			const found = await rows(
				client,
				sql`SELECT id, area, kind, subject, channel, dead_at, attempts, last_fault FROM ${outbox}
					WHERE dead_at IS NOT NULL AND delivered_at IS NULL AND (${area} IS NULL OR area = ${area})
					ORDER BY dead_at DESC, id LIMIT ${most}`,
			);
			return found.map((row) => ({
				id: String(row.id),
				area: String(row.area),
				kind: String(row.kind),
				subject: String(row.subject),
				channel: String(row.channel),
				deadAt: Number(row.dead_at),
				attempts: Number(row.attempts),
				fault: String(row.last_fault ?? ""),
			}));
		},
		replay: async (area, id, at) =>
			(await run(sql`UPDATE ${outbox} SET dead_at = NULL, delivered_at = NULL, attempts = 0, next_at = ${at},
					claimed_until = 0 WHERE area = ${area} AND id = ${id}
					AND (dead_at IS NOT NULL OR delivered_at IS NOT NULL)`)) > 0,
		state: async (now) => {
			const found = await rows(
				client,
				sql`SELECT area, sum(CASE WHEN dead_at IS NOT NULL THEN 1 ELSE 0 END) AS dead,
						min(CASE WHEN dead_at IS NULL THEN created_at END) AS oldest
					FROM ${outbox} WHERE delivered_at IS NULL GROUP BY area ORDER BY area`,
			);
			return found.map((row) => ({
				area: String(row.area),
				dead: Number(row.dead),
				oldest: row.oldest === null ? null : Math.max(0, now - Number(row.oldest)),
			}));
		},
		clear: (arrivedBefore, deadBefore) =>
			run(sql`DELETE FROM ${outbox} WHERE delivered_at < ${arrivedBefore} OR dead_at < ${deadBefore}`),
	};
}

function takenMessage(row: Row): TakenMessage {
	return {
		id: String(row.id),
		area: String(row.area),
		kind: String(row.kind),
		subject: String(row.subject),
		channel: Channel.catch("webhook").parse(row.channel),
		payload: readPayload(String(row.payload)),
		attempts: Number(row.attempts),
		createdAt: Number(row.created_at),
	};
}

/** One that cannot be read goes to nobody, fails, and is given up loudly; it must not hold up the others. */
function readPayload(text: string): MessagePayload {
	try {
		return MessagePayload.parse(JSON.parse(text));
	} catch {
		return { to: "sealed" };
	}
}
