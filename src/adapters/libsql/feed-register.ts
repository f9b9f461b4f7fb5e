import type { Row } from "@libsql/client";
import { type SQL, sql } from "drizzle-orm";
import type { Database } from "#adapters/libsql/client.ts";
import { readProgress } from "#adapters/libsql/feed-progress.ts";
import { saveRefusal } from "#adapters/libsql/feed-runs.ts";
import { rows, rowsInTurns, statement } from "#adapters/libsql/statement.ts";
import { feed_run_notes, feed_runs } from "#db/operations.ts";
import { feeds, services } from "#db/schema.ts";
import type { Reject, Repair } from "#domain/directory/import-batch.ts";
import type { FeedClaim, FeedRegister, FeedRun, FeedRunNotes, Origin, RegisteredFeed } from "#ports/feed-register.ts";

const HOUR = 3_600_000;
/** Longer than any reading may take; after it a feed whose reader died is free again. */
const CLAIM = HOUR / 2;
const ROWS_AT_ONCE = 10_000;

/** The schedule of feeds and the account of their runs. */
export function createFeedRegister(client: Database): FeedRegister {
	const write = async (query: SQL) => (await client.execute(statement(query))).rowsAffected > 0;
	return {
		add: async (area, source, everyHours, at) => {
			await write(sql`INSERT INTO ${feeds} (area, source, format, last_run_at, every_hours, due_at)
				VALUES (${area}, ${source}, '', 0, ${everyHours}, ${at.getTime()})
				ON CONFLICT (area, source) DO UPDATE SET every_hours = excluded.every_hours, due_at = excluded.due_at, failures = 0`);
		},
		stop: (area, source) =>
			write(sql`UPDATE ${feeds} SET every_hours = NULL WHERE area = ${area} AND source = ${source}`),
		list: async (area) => {
			const found = await rows(
				client,
				sql`SELECT * FROM ${feeds} WHERE ${area} IS NULL OR area = ${area} ORDER BY area, source`,
			);
			return found.map(registered);
		},
		hasten: async (area, at) => {
			await write(sql`UPDATE ${feeds} SET due_at = ${at.getTime()} WHERE area = ${area} AND every_hours IS NOT NULL`);
		},
		claim: (area, at) => claim(client, area, at.getTime()),
		release: async ({ area, source, everyHours, failures, until }, failed, at) => {
			const failuresNow = failed ? failures + 1 : 0;
			const hours = failed ? Math.min(everyHours, 2 ** Math.min(failures, 10)) : everyHours;
			await write(sql`UPDATE ${feeds} SET claimed_until = 0, failures = ${failuresNow}, last_run_at = ${at.getTime()},
				due_at = ${at.getTime() + hours * HOUR}
				WHERE area = ${area} AND source = ${source} AND claimed_until = ${until}`);
		},
		refused: async ({ area, source }, reason, rejects, at) => {
			await client.batch([...saveRefusal(area, source, reason, rejects, at)], "write");
		},
		runs: async (area) => {
			const found = await rows(client, sql`SELECT * FROM ${feed_runs} WHERE area = ${area} ORDER BY key DESC`);
			return found.map(runOf);
		},
		notes: (run) => notes(client, run),
		allow: (area, run, at) => allow(client, area, run, at),
		progress: (claim, at) => readProgress(client, claim, at),
		origins: (area) => origins(client, area),
	};
}

/** One statement chooses and takes, so that of two callers only one has it. */
async function claim(client: Database, area: string | null, now: number): Promise<FeedClaim | null> {
	const until = now + CLAIM;
	const free = sql`every_hours IS NOT NULL AND due_at <= ${now} AND claimed_until <= ${now}`;
	const [taken] = await rows(
		client,
		sql`UPDATE ${feeds} SET claimed_until = ${until} WHERE rowid = (SELECT rowid FROM ${feeds}
			WHERE ${free} AND (${area} IS NULL OR area = ${area}) ORDER BY due_at, area, source LIMIT 1) AND ${free}
			RETURNING area, source, every_hours, failures`,
	);
	if (taken === undefined) return null;
	return {
		area: String(taken.area),
		source: String(taken.source),
		everyHours: Number(taken.every_hours),
		failures: Number(taken.failures),
		until,
	};
}

async function notes(client: Database, run: number): Promise<FeedRunNotes> {
	// Piece by piece: an answer of a libSQL server may not exceed 10 MB.
	const pieces = await rows(
		client,
		sql`SELECT position, kind FROM ${feed_run_notes} WHERE run = ${run} ORDER BY position`,
	);
	const repairs: Repair[] = [];
	const rejects: Reject[] = [];
	const heldBack: string[] = [];
	for (const { position, kind } of pieces) {
		const [piece] = await rows(
			client,
			sql`SELECT notes FROM ${feed_run_notes} WHERE run = ${run} AND position = ${Number(position)}`,
		);
		const list = JSON.parse(String(piece?.notes ?? "[]"));
		if (kind === "repairs") repairs.push(...list);
		else if (kind === "rejects") rejects.push(...list);
		else heldBack.push(...list.map((item: { readonly id: string }) => item.id));
	}
	return { repairs, rejects, heldBack };
}

async function allow(client: Database, area: string, run: number, at: Date): ReturnType<FeedRegister["allow"]> {
	const [found] = await rows(
		client,
		sql`SELECT source, counts ->> 'heldBack' AS held FROM ${feed_runs} WHERE key = ${run} AND area = ${area}`,
	);
	if (found === undefined) return "unknown";
	if (Number(found.held ?? 0) === 0) return "nothing held back";
	await client.execute(
		statement(sql`UPDATE ${feeds} SET allowed_run = ${run}, due_at = ${at.getTime()}
			WHERE area = ${area} AND source = ${String(found.source)}`),
	);
	return "allowed";
}

async function origins(client: Database, area: string): Promise<ReadonlyMap<string, Origin>> {
	const found = await rowsInTurns(
		client,
		ROWS_AT_ONCE,
		(after) => sql`SELECT id, source, external_ids FROM ${services}
			WHERE area = ${area} AND archived = 0 AND id > ${after} ORDER BY id`,
	);
	return new Map(
		found.map((row) => [
			String(row.id),
			{
				source: row.source === null ? null : String(row.source),
				externalIds: JSON.parse(String(row.external_ids ?? "[]")) ?? [],
			},
		]),
	);
}

function registered(row: Row): RegisteredFeed {
	return {
		area: String(row.area),
		source: String(row.source),
		everyHours: row.every_hours === null ? null : Number(row.every_hours),
		dueAt: new Date(Number(row.due_at)),
		lastRunAt: Number(row.last_run_at) === 0 ? null : new Date(Number(row.last_run_at)),
		failures: Number(row.failures),
	};
}

function runOf(row: Row): FeedRun {
	return {
		key: Number(row.key),
		source: String(row.source),
		ranAt: new Date(Number(row.ran_at)),
		outcome: row.outcome === "refused" ? "refused" : "imported",
		reason: row.reason === null ? null : String(row.reason),
		counts: JSON.parse(String(row.counts)),
	};
}
