import { type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import type { Database } from "#adapters/libsql/client.ts";
import { searchWords } from "#adapters/libsql/full-text.ts";
import { jsonObject, recordFrom } from "#adapters/libsql/json-record.ts";
import { rows, statement } from "#adapters/libsql/statement.ts";
import { knownParent, termJson } from "#adapters/libsql/term-record.ts";
import { organizations, services, taxonomies, taxonomy_terms } from "#db/schema.ts";
import type { Page } from "#domain/directory/oruk-query.ts";
import type { ListQuery, TermQuery } from "#ports/feed.ts";

/** The short lists of the feed: rows `id`, `name`, `record`. */

/** Organisations that have something to show: the name behind an archived record alone is not published. */
export function organizationList(area: string, query: Partial<ListQuery>): SQL {
	const t = organizations;
	return sql`SELECT ${t.id} AS id, ${t.name} AS name, ${jsonObject(t)} AS record FROM ${t} WHERE ${t.area} = ${area}
		AND EXISTS (SELECT 1 FROM ${services} WHERE ${services.area} = ${t.area} AND ${services.organization_id} = ${t.id}
			AND ${services.archived} = 0)
		AND ${holdsWords(query.search, [t.name, t.alternate_name, t.description])}`;
}

/** Taxonomies, used by a service or not. */
export function taxonomyList(area: string, query: Partial<ListQuery>): SQL {
	const t = taxonomies;
	return sql`SELECT ${t.id} AS id, ${t.name} AS name, ${jsonObject(t)} AS record FROM ${t}
		WHERE ${t.area} = ${area} AND ${holdsWords(query.search, [t.name, t.description])}`;
}

/** Terms, used by a service or not. */
export function termList(area: string, query: Partial<TermQuery>): SQL {
	const t = taxonomy_terms;
	const conditions = [sql`${t.area} = ${area}`, holdsWords(query.search, [t.name, t.description])];
	if (query.taxonomyId !== undefined) conditions.push(sql`${t.taxonomy_id} = ${query.taxonomyId}`);
	if (query.parentId !== undefined) conditions.push(sql`${knownParent} = ${query.parentId}`);
	if (query.topOnly === true) conditions.push(sql`${knownParent} IS NULL`);
	return sql`SELECT ${t.id} AS id, ${t.name} AS name, ${termJson} AS record FROM ${t}
		WHERE ${sql.join(conditions, sql` AND `)}`;
}

/** One page of a short list by name, with its exact number, in one request. */
export async function listOf<T>(client: Database, list: SQL, query: ListQuery): Promise<Page<T>> {
	const [count, items] = await client.batch(
		[
			sql`SELECT count(*) AS total FROM (${list})`,
			sql`SELECT record FROM (${list}) ORDER BY name COLLATE NOCASE, id
				LIMIT ${query.perPage} OFFSET ${(query.page - 1) * query.perPage}`,
		].map(statement),
		"read",
	);
	return {
		totalItems: Number(count?.rows[0]?.total),
		page: query.page,
		perPage: query.perPage,
		items: (items?.rows ?? []).map((row) => recordFrom<T>(row.record)),
	};
}

/** The record with this id, null where the list has none. */
export async function oneOf<T>(client: Database, list: SQL, id: string): Promise<T | null> {
	const [found] = await rows(client, sql`SELECT record FROM (${list}) WHERE id = ${id}`);
	return found === undefined ? null : recordFrom<T>(found.record);
}

/** SQL: every word of the search stands somewhere in the columns. A search without a word in it finds nothing. */
function holdsWords(search: string | undefined, columns: readonly SQLiteColumn[]): SQL {
	if (search === undefined) return sql`TRUE`;
	const words = searchWords(search);
	if (words.length === 0) return sql`FALSE`;
	const text = sql.join(
		columns.map((column) => sql`coalesce(lower(${column}), '')`),
		sql` || ' ' || `,
	);
	return sql.join(
		words.map((word) => sql`instr(${text}, ${word.toLowerCase()}) > 0`),
		sql` AND `,
	);
}
