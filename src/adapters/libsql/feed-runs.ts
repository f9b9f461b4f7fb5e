import type { InStatement } from "@libsql/client";
import { type SQL, sql } from "drizzle-orm";
import { add, type Rows } from "#adapters/libsql/import-rows.ts";
import { statement } from "#adapters/libsql/statement.ts";
import { feed_run_notes, feed_runs, import_pieces } from "#db/operations.ts";
import { feeds } from "#db/schema.ts";
import type { ImportBatch, ImportCounts, Reject } from "#domain/directory/import-batch.ts";

/** Runs kept per feed; older ones go, with their notes. */
const RUNS_KEPT = 10;
/** A repaired text is noted up to this many characters: the whole of it is in the source. */
const LONGEST_NOTE = 2000;
const MOST_REJECTS_OF_REFUSED = 500;

/** The feed itself, which services refer to, so this comes first in the transaction. */
export function saveFeed(
	area: string,
	source: string,
	batch: ImportBatch,
	taxonomyHash: string,
	at: Date,
): InStatement {
	return statement(sql`INSERT INTO ${feeds} (area, source, format, taxonomy_hash, last_run_at)
		VALUES (${area}, ${source}, ${batch.format}, ${taxonomyHash}, ${at.getTime()})
		ON CONFLICT (area, source) DO UPDATE SET format = excluded.format, taxonomy_hash = excluded.taxonomy_hash,
			last_run_at = excluded.last_run_at`);
}

/** Stages what a run mended and refused, to travel with the rest. */
export function addNotes(rows: Rows, batch: ImportBatch): void {
	add(rows, "repairs", {}, batch.repairs.map(shortened));
	add(rows, "rejects", {}, batch.rejects.map(shortened));
}

/** Records the run and its staged notes. */
export function saveRun(
	run: string,
	area: string,
	source: string,
	batch: ImportBatch,
	counts: ImportCounts,
	at: Date,
): readonly InStatement[] {
	const all = {
		read: batch.read,
		folded: batch.folded,
		repairs: batch.repairs.length,
		rejects: batch.rejects.length,
		...(batch.partial && { partial: 1 }),
		...counts,
	};
	const newest = sql`(SELECT max(key) FROM ${feed_runs} WHERE ${ofFeed(area, source)})`;
	return [
		sql`INSERT INTO ${feed_runs} (area, source, ran_at, format, counts)
			VALUES (${area}, ${source}, ${at.getTime()}, ${batch.format}, ${JSON.stringify(all)})`,
		sql`INSERT INTO ${feed_run_notes} (run, position, kind, notes)
			SELECT ${newest}, position, kind, rows FROM ${import_pieces}
			WHERE ${import_pieces.run} = ${run} AND ${import_pieces.kind} IN ('repairs', 'rejects', 'held_back')`,
		// A yes counts for one run.
		sql`UPDATE ${feeds} SET allowed_run = NULL WHERE ${feeds.area} = ${area} AND ${feeds.source} = ${source}`,
		onlyNewest(area, source),
	].map(statement);
}

/** Records a run that changed nothing, and why. Its rejects go with it in one piece, cut to what one value may hold. */
export function saveRefusal(
	area: string,
	source: string,
	reason: string,
	rejects: readonly Reject[],
	at: Date,
): readonly InStatement[] {
	const notes = JSON.stringify(rejects.slice(0, MOST_REJECTS_OF_REFUSED).map(shortened));
	const counts = JSON.stringify({ rejects: rejects.length });
	return [
		sql`INSERT INTO ${feed_runs} (area, source, ran_at, format, counts, outcome, reason)
			VALUES (${area}, ${source}, ${at.getTime()}, '', ${counts}, 'refused', ${reason.slice(0, LONGEST_NOTE)})`,
		sql`INSERT INTO ${feed_run_notes} (run, position, kind, notes)
			SELECT max(key), 0, 'rejects', ${notes} FROM ${feed_runs} WHERE ${ofFeed(area, source)}`,
		onlyNewest(area, source),
	].map(statement);
}

function ofFeed(area: string, source: string): SQL {
	return sql`${feed_runs.area} = ${area} AND ${feed_runs.source} = ${source}`;
}

function onlyNewest(area: string, source: string): SQL {
	return sql`DELETE FROM ${feed_runs} WHERE ${ofFeed(area, source)} AND key NOT IN
		(SELECT key FROM ${feed_runs} WHERE ${ofFeed(area, source)} ORDER BY key DESC LIMIT ${RUNS_KEPT})`;
}

function shortened(note: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
	const short = (text: string) => (text.length > LONGEST_NOTE ? `${text.slice(0, LONGEST_NOTE)}…` : text);
	return Object.fromEntries(Object.entries(note).map(([name, text]) => [name, short(text)]));
}
