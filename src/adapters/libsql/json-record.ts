import { getTableColumns, type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";

/** Columns that place a row in the database and say nothing that the record itself would say. */
const PLACING = ["key", "area", "service_id", "location_id", "service_at_location_id", "contact_id"];

/**
 * SQL for one row of a table as a JSON object: every column that is part of the record, and `plus`, each under its
 * own name, without what has no value. A whole nested record thus comes back as one value, whatever the number of
 * tables beneath it.
 */
export function jsonObject(table: SQLiteTable, plus: Record<string, SQL> = {}, without: readonly string[] = []): SQL {
	const columns = Object.entries(getTableColumns(table))
		.filter(([name]) => !PLACING.includes(name) && !without.includes(name))
		.map(([name, column]): [string, SQL] => [name, asJson(column)]);
	const pairs = [...columns, ...Object.entries(plus)].map(([name, value]) => sql`${sql.raw(`'${name}'`)}, ${value}`);
	// A merge patch onto nothing drops the nulls (RFC 7396), which saves a walk afterwards.
	return sql`json_patch('{}', json_object(${sql.join(pairs, sql`, `)}))`;
}

/**
 * SQL for all rows of `table` that meet `where` as a JSON list in the order in which they were written, or null.
 * The order stands in a query of its own: a libSQL server does not parse one inside an aggregate.
 */
export function jsonList(table: SQLiteTable & { readonly key: SQLiteColumn }, where: SQL, record: SQL): SQL {
	const inOrder = sql`SELECT ${record} AS record FROM ${table} WHERE ${where} ORDER BY ${table.key}`;
	return sql`(SELECT json(nullif(json_group_array(json(record)), '[]')) FROM (${inOrder}))`;
}

/** SQL for milliseconds as an ISO 8601 instant with milliseconds and an offset. */
export function jsonInstant(milliseconds: SQLiteColumn): SQL {
	return sql`strftime('%Y-%m-%dT%H:%M:%S', ${milliseconds} / 1000, 'unixepoch') || printf('.%03dZ', ${milliseconds} % 1000)`;
}

/**
 * A record as the SQL above wrote it. Rows are checked against the domain's schema on their way in and by the
 * database's constraints since, so they are taken at their word on the way out.
 */
export function recordFrom<T>(json: unknown): T {
	return JSON.parse(String(json));
}

function asJson(column: SQLiteColumn): SQL {
	if (column.dataType === "boolean") return sql`CASE WHEN ${column} THEN json('true') END`;
	if (column.dataType === "json") return sql`json(${column})`;
	return sql`${column}`;
}
