import type { Database } from "#adapters/libsql/client.ts";
import type { SearchQuery } from "#domain/directory/search/query.ts";
import { queryWords } from "#domain/directory/search/query-words.ts";
import type { Snapshot } from "#domain/directory/search/snapshot.ts";
import { ticksOf } from "#domain/directory/search/tick-words.ts";
import type { Service } from "#domain/directory/service.ts";

const BATCH = 2000;

/**
 * The same directory in SQLite's full-text search, with the choices of each service in a table beside it, so that a
 * question gives a total, a page and every count as the snapshot does: one round trip of three statements.
 */
export async function createFullTextSearch(
	client: Database,
	services: readonly Service[],
	snapshot: Snapshot,
): Promise<(query: SearchQuery) => Promise<unknown>> {
	await client.batch(
		[
			"CREATE VIRTUAL TABLE bench_words USING fts5(name, organisation, description, tokenize = 'porter unicode61')",
			"CREATE TABLE bench_ticks (service INTEGER NOT NULL, value INTEGER NOT NULL, PRIMARY KEY (value, service)) WITHOUT ROWID",
			"CREATE INDEX bench_ticks_by_service ON bench_ticks (service)",
		],
		"write",
	);
	const decoder = new TextDecoder();
	const numberOf = new Map(
		Array.from({ length: snapshot.size }, (_, record) => {
			const { displayOffsets, displayBytes } = snapshot;
			const row: readonly string[] = JSON.parse(
				decoder.decode(displayBytes.subarray(displayOffsets[record] ?? 0, displayOffsets[record + 1] ?? 0)),
			);
			return [row[0] ?? "", record] as const;
		}),
	);
	for (let from = 0; from < services.length; from += BATCH) {
		const words: { readonly sql: string; readonly args: (string | number)[] }[] = [];
		for (const service of services.slice(from, from + BATCH)) {
			const record = numberOf.get(service.id) ?? 0;
			words.push({
				sql: "INSERT INTO bench_words (rowid, name, organisation, description) VALUES (?, ?, ?, ?)",
				args: [record, service.name, service.organization.name, service.description ?? ""],
			});
			const values = ticksOf(snapshot.ticks, record);
			if (values.length > 0)
				words.push({
					sql: `INSERT INTO bench_ticks (service, value) VALUES ${values.map(() => "(?, ?)").join(", ")}`,
					args: values.flatMap((value) => [record, value]),
				});
		}
		await client.batch(words, "write");
	}

	const numberOfChoice = (group: string, id: string) =>
		snapshot.values.findIndex((value) => value.group === group && value.id === id);
	return async (query) => {
		const match = queryWords(query.q ?? "")
			.map((word) => `"${word.text}"${word.unfinished ? "*" : ""}`)
			.join(" OR ");
		const wanted = (["need", "audience", "access", "day"] as const)
			.flatMap((group) => (query[group] ?? []).map((id) => numberOfChoice(group, id)))
			.concat(query.free ? [numberOfChoice("free", "free")] : [])
			.filter((value) => value >= 0);
		const found = `FROM bench_words WHERE bench_words MATCH ?${wanted.map(() => " AND rowid IN (SELECT service FROM bench_ticks WHERE value = ?)").join("")}`;
		const args = [match, ...wanted];
		return client.batch(
			[
				{ sql: `SELECT count(*) ${found}`, args },
				{ sql: `SELECT rowid, name, description ${found} ORDER BY bm25(bench_words, 6, 2.5, 1) LIMIT 10`, args },
				{
					sql: `SELECT value, count(*) FROM bench_ticks WHERE service IN (SELECT rowid ${found}) GROUP BY value`,
					args,
				},
			],
			"read",
		);
	};
}
