import { generateDirectory } from "#cli/bench/generate-directory.ts";
import { generateQueries } from "#cli/bench/generate-queries.ts";
import { round, timed } from "#cli/bench/measure.ts";
import { content } from "#content/compiled/content.ts";
import { buildSnapshot } from "#domain/directory/search/build-snapshot.ts";
import { londonMoment } from "#domain/directory/search/moment.ts";
import { search } from "#domain/directory/search/search.ts";
import { openSnapshot } from "#domain/directory/search/snapshot.ts";

const SEED = 7;
const QUERIES = 1000;
const NOW = new Date("2026-11-24T10:00:00Z");

/** Building, opening and asking snapshots of 5,000 and 50,000 services, in process. */
export async function benchSearch(print: (line: string) => void): Promise<void> {
	const vocabulary = { needs: content.needs, synonyms: content.synonyms, filters: content.filters };
	for (const count of [5000, 50_000]) {
		const directory = generateDirectory(count, SEED, vocabulary);
		const area = { slug: "bench", name: "Bench" };
		const from = performance.now();
		const built = buildSnapshot({ services: directory.services, vocabulary, area, builtAt: NOW });
		const built_ms = round(performance.now() - from);
		if (built.kind !== "built") throw new Error(built.message);
		const before = performance.now();
		const snapshot = openSnapshot(built.bytes);
		const open_ms = round(performance.now() - before);
		if (snapshot.kind === "unreadable") throw new Error(snapshot.message);
		const at = londonMoment(
			NOW,
			content.holidays.map((holiday) => holiday.date),
		);
		print(
			JSON.stringify({
				bench: "snapshot",
				services: count,
				build_ms: built_ms,
				open_ms,
				bytes: built.bytes.length,
				held_bytes: snapshot.footprint,
			}),
		);
		const queries = generateQueries(QUERIES, SEED, directory.topics, vocabulary).map(({ query }) => query);
		const measured = timed(queries, (query) => search(snapshot, query, at));
		print(JSON.stringify({ bench: "search", services: count, ...measured }));
	}
}
