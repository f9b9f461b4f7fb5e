import type { InStatement } from "@libsql/client";
import { type SQL, sql } from "drizzle-orm";
import type { Database } from "#adapters/libsql/client.ts";
import type { Rows } from "#adapters/libsql/import-rows.ts";
import { statement } from "#adapters/libsql/statement.ts";
import { import_pieces } from "#db/operations.ts";

/**
 * An import travels to the database in pieces, outside any transaction, and one transaction then takes all of it
 * over. So no request is large, no lock is held while data travels (a libSQL server takes the lock away after five
 * seconds), and readers see the directory before the import or after it, never between.
 */

/** Well under the 5 MB that a libSQL server allows one value. In characters; most are one byte. */
const PIECE = 1_000_000;
/** Pieces that an interrupted import left behind are swept away after this long, in milliseconds. */
const ABANDONED_AFTER = 3_600_000;

/** What the name of a reading's kept answers begins with: they are kept longer (`feed-progress.ts`). */
export const READING = "reading ";

/** Sends rows ahead, to be taken over by the run's transaction. */
export async function stage(client: Database, run: string, rows: Rows, at: Date): Promise<void> {
	await client.execute(
		statement(sql`DELETE FROM ${import_pieces} WHERE staged_at < ${at.getTime() - ABANDONED_AFTER}
			AND substr(run, 1, ${READING.length}) <> ${READING}`),
	);
	let position = 0;
	for (const [kind, list] of rows) {
		for (const piece of pieces(list)) await client.execute(insertPiece(run, position++, kind, piece, at));
	}
}

/** Forgets what was staged for a run. */
export function unstage(run: string): InStatement {
	return statement(sql`DELETE FROM ${import_pieces} WHERE ${import_pieces.run} = ${run}`);
}

/** SQL for what was staged of one kind, as rows `item.value`, in the order in which it was staged by `IN_ORDER`. */
export function staged(run: string, kind: string): SQL {
	return sql`FROM ${import_pieces}, json_each(${import_pieces.rows}) AS item
		WHERE ${import_pieces.run} = ${run} AND ${import_pieces.kind} = ${kind}`;
}
export const IN_ORDER = sql`ORDER BY ${import_pieces.position}, item.key`;

/** SQL for the ids that were staged of one kind. */
export function stagedIds(run: string, kind: string): SQL {
	return sql`(SELECT item.value ->> 'id' ${staged(run, kind)})`;
}

function insertPiece(run: string, position: number, kind: string, piece: string, at: Date): InStatement {
	return statement(sql`INSERT INTO ${import_pieces} (run, position, kind, rows, staged_at)
		VALUES (${run}, ${position}, ${kind}, ${piece}, ${at.getTime()})`);
}

function* pieces(list: readonly unknown[]): Generator<string> {
	let piece: string[] = [];
	let size = 0;
	for (const row of list) {
		const text = JSON.stringify(row);
		if (size + text.length > PIECE && piece.length > 0) {
			yield `[${piece.join()}]`;
			piece = [];
			size = 0;
		}
		piece.push(text);
		size += text.length;
	}
	if (piece.length > 0) yield `[${piece.join()}]`;
}
