import type { InStatement, Row } from "@libsql/client";
import { type SQL, sql } from "drizzle-orm";
import { SQLiteSyncDialect } from "drizzle-orm/sqlite-core";
import type { Database } from "#adapters/libsql/client.ts";

const dialect = new SQLiteSyncDialect();

/** A drizzle SQL template as the client wants it. Values travel as bound arguments. */
export function statement(query: SQL): InStatement {
	const { sql, params } = dialect.sqlToQuery(query);
	return { sql, args: params.map(argument) };
}

/** Runs one query and gives its rows. */
export async function rows(client: Database, query: SQL): Promise<readonly Row[]> {
	return (await client.execute(statement(query))).rows;
}

/**
 * Runs a query again and again, each time from where it left off, so that no answer exceeds the 10 MB that a libSQL
 * server allows. The query gets the last row's `id` ("" at first) and must give rows with a greater one, in order.
 */
export async function rowsInTurns(
	client: Database,
	atOnce: number,
	from: (after: string) => SQL,
): Promise<readonly Row[]> {
	const all: Row[] = [];
	for (let after: string | null = ""; after !== null; ) {
		const turn = await rows(client, sql`${from(after)} LIMIT ${atOnce}`);
		for (const row of turn) all.push(row);
		after = turn.length < atOnce ? null : String(turn.at(-1)?.id);
	}
	return all;
}

function argument(value: unknown): string | number | Uint8Array | null {
	if (value === null || value === undefined) return null;
	if (typeof value === "string" || typeof value === "number" || value instanceof Uint8Array) return value;
	if (typeof value === "boolean") return value ? 1 : 0;
	throw new TypeError(`A ${typeof value} cannot be bound to an SQL argument.`);
}
