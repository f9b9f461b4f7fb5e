import { type SQL, sql } from "drizzle-orm";
import { eraseDue, eraseOne } from "#adapters/libsql/call-backs-erasing.ts";
import { readCallBack } from "#adapters/libsql/call-backs-row.ts";
import type { Database } from "#adapters/libsql/client.ts";
import { addMessage } from "#adapters/libsql/outbox.ts";
import { lineFor, writeSecurely } from "#adapters/libsql/secure-write.ts";
import { rows } from "#adapters/libsql/statement.ts";
import { call_backs, canaries, erasures } from "#db/call-backs.ts";
import type { CallBack } from "#domain/call-backs/call-back.ts";
import type { CallBackChange, CallBacks } from "#ports/call-backs.ts";

/** Requests to be rung back, in libSQL. What belongs together is written in one transaction. */
export function createCallBacks(client: Database): CallBacks {
	const read = async (where: SQL): Promise<readonly CallBack[]> =>
		(await rows(client, sql`SELECT * FROM ${call_backs} WHERE ${where}`)).map(readCallBack);
	const find = async (reference: string) => (await read(sql`reference = ${reference}`))[0] ?? null;
	return {
		find,
		accept: async (request, messages) => {
			const { reference, area, secretHash, fold, receivedAt } = request;
			const keep = sql`INSERT INTO ${call_backs} (reference, area, secret_hash, fold, status, received_at, promised_by,
					audience, topic, urgency, sealed, sealed_with)
				VALUES (${reference}, ${area}, ${secretHash}, ${fold}, 'received', ${receivedAt}, ${request.promisedBy},
					${request.audience}, ${request.topic}, ${request.urgency}, ${request.sealed}, ${request.sealedWith})
				ON CONFLICT (reference) DO NOTHING`;
			const ours = sql`EXISTS (SELECT 1 FROM ${call_backs} WHERE reference = ${reference} AND secret_hash = ${secretHash})`;
			const send = messages.map((message) => addMessage(message, receivedAt, ours));
			const [kept] = await writeSecurely(client, [keep, ...send]);
			if ((kept?.rowsAffected ?? 0) > 0) return "accepted";
			return (await find(reference))?.secretHash === secretHash ? "already" : "taken";
		},
		waiting: (area, most) =>
			read(sql`area = ${area} AND status IN ('received', 'tried') AND erased_at IS NULL
				ORDER BY promised_by IS NULL, promised_by, received_at, reference LIMIT ${most}`),
		done: (area, most) =>
			read(sql`area = ${area} AND status NOT IN ('received', 'tried') AND erased_at IS NULL
				ORDER BY closed_at DESC, received_at DESC LIMIT ${most}`),
		same: ({ area, fold, reference }) =>
			read(sql`area = ${area} AND (reference = ${reference} OR (fold = ${fold} AND status IN ('received', 'tried')))
				AND erased_at IS NULL ORDER BY received_at, reference`),
		change: async (reference, version, change, audit) => {
			const [changed] = await writeSecurely(client, [
				sql`UPDATE ${call_backs} SET ${changes(change)}, version = version + 1
					WHERE reference = ${reference} AND version = ${version} AND erased_at IS NULL`,
				...lineFor(audit),
			]);
			return (changed?.rowsAffected ?? 0) > 0;
		},
		cancel: async (reference, at) => {
			const [changed] = await writeSecurely(client, [
				sql`UPDATE ${call_backs} SET status = 'cancelled', closed_at = ${at}, version = version + 1
					WHERE reference = ${reference} AND status IN ('received', 'tried')`,
			]);
			return (changed?.rowsAffected ?? 0) > 0;
		},
		overdue: (now, without) =>
			read(sql`status = 'received' AND erased_at IS NULL
				AND ((promised_by IS NOT NULL AND promised_by < ${now}) OR (promised_by IS NULL AND received_at < ${now - without}))
				ORDER BY received_at LIMIT 500`),
		escalate: async (reference, step, at, messages) => {
			const column = step === 1 ? sql`escalated_at` : sql`escalated_again_at`;
			const untold = sql`EXISTS (SELECT 1 FROM ${call_backs} WHERE reference = ${reference}
				AND status = 'received' AND ${column} IS NULL)`;
			const tell = messages.map((message) => addMessage(message, at, untold));
			const mark = sql`UPDATE ${call_backs} SET ${column} = ${at} WHERE reference = ${reference} AND ${column} IS NULL`;
			await writeSecurely(client, [...tell, mark]);
		},
		eraseOne: (reference, at, weekOf, audit) => eraseOne(client, reference, at, weekOf, audit),
		eraseDue: (now, weekOf) => eraseDue(client, now, weekOf),
		erasures: async (area, most) => {
			const found = await rows(
				client,
				sql`SELECT at, why, erased FROM ${erasures} WHERE area = ${area} ORDER BY at DESC, key DESC LIMIT ${most}`,
			);
			return found.map((row) => ({ at: Number(row.at), why: String(row.why), erased: Number(row.erased) }));
		},
		addCanary: async (area, day, at, messages) => {
			const today = sql`NOT EXISTS (SELECT 1 FROM ${canaries} WHERE area = ${area} AND day = ${day})`;
			const send = messages.map((message) => addMessage(message, at, today));
			const note = sql`INSERT INTO ${canaries} (area, day, sent_at) VALUES (${area}, ${day}, ${at})
				ON CONFLICT (area, day) DO NOTHING`;
			const done = await writeSecurely(client, [...send, note]);
			return (done.at(-1)?.rowsAffected ?? 0) > 0;
		},
		lostCanaries: async (before, since) => {
			const found = await rows(
				client,
				sql`SELECT DISTINCT area FROM ${canaries}
					WHERE arrived_at IS NULL AND sent_at < ${before} AND day >= ${since} ORDER BY area`,
			);
			return found.map((row) => String(row.area));
		},
		counts: async (now) => {
			const found = await rows(
				client,
				sql`SELECT area, count(*) AS waiting,
						sum(CASE WHEN status = 'received' AND promised_by < ${now} THEN 1 ELSE 0 END) AS overdue
					FROM ${call_backs} WHERE status IN ('received', 'tried') AND erased_at IS NULL GROUP BY area ORDER BY area`,
			);
			return found.map((row) => ({
				area: String(row.area),
				waiting: Number(row.waiting),
				overdue: Number(row.overdue ?? 0),
			}));
		},
	};
}

function changes({ status, claimedBy, outcome, at }: CallBackChange): SQL {
	const parts = [
		...(status === undefined ? [] : [sql`status = ${status}`]),
		...(status === "closed" || status === "cancelled" ? [sql`closed_at = ${at}`] : []),
		...(status === "received" || status === "tried" ? [sql`closed_at = NULL`] : []),
		...(claimedBy === undefined
			? []
			: [sql`claimed_by = ${claimedBy}`, sql`claimed_at = ${claimedBy === null ? null : at}`]),
		...(outcome === undefined ? [] : [sql`outcome = ${outcome}`]),
	];
	return parts.length === 0 ? sql`status = status` : sql.join(parts, sql`, `);
}
