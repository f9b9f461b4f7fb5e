import type { Row } from "@libsql/client";
import { sql } from "drizzle-orm";
import type { Database } from "#adapters/libsql/client.ts";
import { rows, statement } from "#adapters/libsql/statement.ts";
import { jobs } from "#db/operations.ts";
import type { JobRecord, Jobs } from "#ports/jobs.ts";

/** A clock that was set back by more than this was wrong before: what it wrote in the future holds nobody up. */
const CLOCK_SLACK = 60_000;

/** The jobs table as a port. */
export function createJobs(client: Database): Jobs {
	return {
		// One statement chooses and takes, so that of two runners only one has the job.
		claim: async (name, { every, again, hold }, at) => {
			const now = at.getTime();
			const until = now + hold;
			const [taken] = await rows(
				client,
				sql`INSERT INTO ${jobs} (name, claimed_until, last_started_at, runs) VALUES (${name}, ${until}, ${now}, 1)
					ON CONFLICT (name) DO UPDATE SET claimed_until = ${until}, last_started_at = ${now}, runs = runs + 1
					WHERE (claimed_until <= ${now} OR claimed_until > ${now + hold + CLOCK_SLACK})
						AND (last_started_at IS NULL OR last_started_at > ${now + CLOCK_SLACK}
							OR last_started_at <= ${now} - CASE WHEN last_fault IS NULL THEN ${every} ELSE ${again} END)
					RETURNING runs`,
			);
			return taken === undefined ? null : { name, run: Number(taken.runs) };
		},
		finish: async ({ name, run }, fault, at) => {
			const outcome =
				fault === null
					? sql`last_succeeded_at = ${at.getTime()}, last_fault = NULL`
					: sql`last_failed_at = ${at.getTime()}, last_fault = ${fault}`;
			await client.execute(
				statement(sql`UPDATE ${jobs} SET claimed_until = 0, ${outcome} WHERE name = ${name} AND runs = ${run}`),
			);
		},
		list: async () => (await rows(client, sql`SELECT * FROM ${jobs} ORDER BY name`)).map(recordOf),
		since: async () => {
			const [row] = await rows(client, sql`SELECT max(applied_at) AS at FROM migrations`);
			return instant(row?.at);
		},
	};
}

function recordOf(row: Row): JobRecord {
	return {
		name: String(row.name),
		heldUntil: Number(row.claimed_until) > 0 ? instant(row.claimed_until) : null,
		lastStartedAt: instant(row.last_started_at),
		lastSucceededAt: instant(row.last_succeeded_at),
		lastFailedAt: instant(row.last_failed_at),
		lastFault: row.last_fault === null ? null : String(row.last_fault),
		runs: Number(row.runs),
	};
}

function instant(value: unknown): Date | null {
	return value === null || value === undefined ? null : new Date(Number(value));
}
