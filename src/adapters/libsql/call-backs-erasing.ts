import { type SQL, sql } from "drizzle-orm";
import { readCallBack } from "#adapters/libsql/call-backs-row.ts";
import type { Database } from "#adapters/libsql/client.ts";
import { emptyJournal, lineFor, writeSecurely } from "#adapters/libsql/secure-write.ts";
import { rows } from "#adapters/libsql/statement.ts";
import { call_backs, erasures, outbox } from "#db/call-backs.ts";
import { tallies } from "#db/operations.ts";
import type { CallBack } from "#domain/call-backs/call-back.ts";
import {
	DAY_MS,
	ERASED_AT_AGE_DAYS,
	ERASED_DAYS_AFTER_CLOSING,
	REMAINS_DAYS_AFTER_ERASING,
} from "#domain/call-backs/retention.ts";
import type { AuditEntry } from "#domain/desk/audit-entry.ts";
import type { ErasedCounts, WeekOf } from "#ports/call-backs.ts";

/** As many requests as one transaction takes. */
const AT_ONCE = 100;

type Why = "closed" | "old" | "asked";

/** Erases what is due, in pieces. Each piece is one transaction, and each of its statements skips what another run erased. */
export async function eraseDue(client: Database, now: number, weekOf: WeekOf): Promise<ErasedCounts> {
	const counts = { closed: 0, old: 0, remains: 0 };
	const closedBefore = now - ERASED_DAYS_AFTER_CLOSING * DAY_MS;
	const receivedBefore = now - ERASED_AT_AGE_DAYS * DAY_MS;
	for (;;) {
		const due = await rows(
			client,
			sql`SELECT * FROM ${call_backs} WHERE erased_at IS NULL
				AND (closed_at <= ${closedBefore} OR received_at <= ${receivedBefore}) LIMIT ${AT_ONCE}`,
		);
		if (due.length === 0) break;
		const requests = due.map(readCallBack);
		const why = ({ closedAt }: CallBack): Why => (closedAt !== null && closedAt <= closedBefore ? "closed" : "old");
		counts.closed += await erase(
			client,
			requests.filter((request) => why(request) === "closed"),
			"closed",
			now,
			weekOf,
		);
		counts.old += await erase(
			client,
			requests.filter((request) => why(request) === "old"),
			"old",
			now,
			weekOf,
		);
	}
	const [gone] = await writeSecurely(client, [
		sql`DELETE FROM ${call_backs} WHERE erased_at <= ${now - REMAINS_DAYS_AFTER_ERASING * DAY_MS}`,
	]);
	counts.remains = gone?.rowsAffected ?? 0;
	if (counts.closed + counts.old + counts.remains > 0) await emptyJournal(client);
	return counts;
}

/** Erases one at once. */
export async function eraseOne(
	client: Database,
	reference: string,
	now: number,
	weekOf: WeekOf,
	audit?: AuditEntry,
): Promise<boolean> {
	const found = await rows(
		client,
		sql`SELECT * FROM ${call_backs} WHERE reference = ${reference} AND erased_at IS NULL`,
	);
	const erased = await erase(client, found.map(readCallBack), "asked", now, weekOf, audit);
	if (erased > 0) await emptyJournal(client);
	return erased > 0;
}

/** Answers how many this call erased. What is left says only that there was a request and what became of it. */
async function erase(
	client: Database,
	requests: readonly CallBack[],
	why: Why,
	now: number,
	weekOf: WeekOf,
	audit?: AuditEntry,
): Promise<number> {
	if (requests.length === 0) return 0;
	const stillThere = (request: CallBack) =>
		sql`EXISTS (SELECT 1 FROM ${call_backs} WHERE reference = ${request.reference} AND erased_at IS NULL)`;
	const count = requests.map(
		(request) => sql`INSERT INTO ${tallies} (area, week, measure, item, detail, count)
			SELECT ${request.area}, ${weekOf(request.receivedAt)}, 'call_back', ${request.topic ?? ""},
				${request.outcome ?? request.status}, 1 WHERE ${stillThere(request)}
			ON CONFLICT (area, week, measure, item, detail) DO UPDATE SET count = count + 1`,
	);
	const all = among(requests);
	const note = sql`INSERT INTO ${erasures} (area, at, why, erased)
		SELECT area, ${now}, ${why}, count(*) FROM ${call_backs} WHERE ${all} AND erased_at IS NULL GROUP BY area`;
	const forget = sql`UPDATE ${call_backs} SET sealed = NULL, fold = NULL, topic = NULL, audience = 'other',
			urgency = 'none', claimed_by = NULL, claimed_at = NULL, outcome = NULL, erased_at = ${now},
			closed_at = coalesce(closed_at, ${now}), version = version + 1,
			status = CASE WHEN status IN ('received', 'tried') THEN ${why === "asked" ? "cancelled" : "closed"} ELSE status END
		WHERE ${all} AND erased_at IS NULL`;
	const unsend = sql`DELETE FROM ${outbox} WHERE kind LIKE 'call_back.%' AND subject IN ${list(requests)}`;
	const done = await writeSecurely(client, [...count, note, unsend, forget, ...lineFor(audit)]);
	return done[requests.length + 2]?.rowsAffected ?? 0;
}

function among(requests: readonly CallBack[]): SQL {
	return sql`reference IN ${list(requests)}`;
}

function list(requests: readonly CallBack[]): SQL {
	const references = requests.map(({ reference }) => sql`${reference}`);
	return sql`(${sql.join(references, sql`, `)})`;
}
