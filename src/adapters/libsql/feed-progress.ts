import { sql } from "drizzle-orm";
import type { Database } from "#adapters/libsql/client.ts";
import { READING } from "#adapters/libsql/staging.ts";
import { rows, rowsInTurns, statement } from "#adapters/libsql/statement.ts";
import { import_pieces } from "#db/operations.ts";
import type { ReadProgress } from "#ports/feed-reader.ts";
import type { FeedClaim } from "#ports/feed-register.ts";

/** After this long, in milliseconds, pages may no longer fit together, so a feed is read from its beginning. */
const FITS_FOR = 6 * 3_600_000;
/** One at a time may be 2 MB, and an answer of a libSQL server 10 MB. */
const ANSWERS_AT_ONCE = 3;

/** The answers of a feed's reading so far, kept beside the rows of imports on their way in. */
export function readProgress(client: Database, { area, source }: FeedClaim, at: Date): ReadProgress {
	const run = `${READING}${area} ${source}`;
	const mine = sql`${import_pieces.run} = ${run}`;
	const execute = (query: Parameters<typeof statement>[0]) => client.execute(statement(query));
	return {
		load: async () => {
			await execute(sql`DELETE FROM ${import_pieces} WHERE substr(run, 1, ${READING.length}) = ${READING}
				AND staged_at < ${at.getTime() - FITS_FOR}`);
			const kept = await rowsInTurns(
				client,
				ANSWERS_AT_ONCE,
				(after) => sql`SELECT position AS id, kind, rows FROM ${import_pieces}
					WHERE ${mine} AND position > ${after === "" ? -1 : Number(after)} ORDER BY position`,
			);
			return kept.map(({ kind, rows: text }) => ({ asked: String(kind), ...JSON.parse(String(text)) }));
		},
		keep: async (answers) => {
			const [last] = await rows(client, sql`SELECT max(position) AS position FROM ${import_pieces} WHERE ${mine}`);
			const from = Number(last?.position ?? -1) + 1;
			for (const [index, { asked, url, text }] of answers.entries())
				await execute(sql`INSERT INTO ${import_pieces} (run, position, kind, rows, staged_at)
					VALUES (${run}, ${from + index}, ${asked}, ${JSON.stringify({ url, text })}, ${at.getTime()})`);
		},
		forget: async () => {
			await execute(sql`DELETE FROM ${import_pieces} WHERE ${mine}`);
		},
	};
}
