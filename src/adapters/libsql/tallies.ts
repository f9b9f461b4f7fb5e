import { sql } from "drizzle-orm";
import type { Database } from "#adapters/libsql/client.ts";
import { rows, statement } from "#adapters/libsql/statement.ts";
import { tallies } from "#db/operations.ts";
import type { Tallies } from "#ports/tallies.ts";

/** How long counts are gathered before they are written together, in milliseconds. */
const GATHERED_FOR_MS = 250;
/** While the database is away no more kinds of counts than this are kept. */
const MOST_KEPT = 1000;

type Key = readonly [area: string, week: string, measure: string, item: string, detail: string];

/** Counts in memory, and writes them a moment later in one go. `later` keeps the program going until that is done. */
export function createTallies(client: Database, later: (work: Promise<void>) => void): Tallies {
	const waiting = new Map<string, { readonly key: Key; readonly count: number }>();
	let writing = false;

	async function write(): Promise<void> {
		await new Promise((done) => setTimeout(done, GATHERED_FOR_MS));
		const gathered = [...waiting.values()];
		waiting.clear();
		writing = false;
		try {
			await client.batch(
				gathered.map(({ key: [area, week, measure, item, detail], count }) =>
					statement(sql`INSERT INTO ${tallies} (area, week, measure, item, detail, count)
						VALUES (${area}, ${week}, ${measure}, ${item}, ${detail}, ${count})
						ON CONFLICT (area, week, measure, item, detail) DO UPDATE SET count = count + excluded.count`),
				),
				"write",
			);
		} catch {
			// They go with the next ones.
			for (const { key, count } of gathered) gather(key, count);
		}
	}

	function gather(key: Key, count: number): void {
		const name = JSON.stringify(key);
		const known = waiting.get(name);
		if (known || waiting.size < MOST_KEPT) waiting.set(name, { key, count: count + (known?.count ?? 0) });
	}

	return {
		add: (...key) => {
			gather(key, 1);
			if (writing) return;
			writing = true;
			later(write());
		},
		of: async (area, fromWeek) => {
			const found = await rows(
				client,
				sql`SELECT week, measure, item, detail, count FROM ${tallies}
					WHERE area = ${area} AND week >= ${fromWeek} ORDER BY week, measure, item, detail`,
			);
			return found.map((row) => ({
				area,
				week: String(row.week),
				measure: String(row.measure),
				item: String(row.item),
				detail: String(row.detail),
				count: Number(row.count),
			}));
		},
	};
}
