import { benchArea, openBenchSnapshot } from "#cli/bench/bench-snapshot.ts";
import { generateQueries, QUERY_KINDS } from "#cli/bench/generate-queries.ts";
import { round, summary } from "#cli/bench/measure.ts";
import { search } from "#domain/directory/search/search.ts";

const SEED = 7;
const QUERIES = 4500;
const ROUNDS = 5;
export const SIZES = [5000, 50_000] as const;

/** Building, opening and asking snapshots of 5,000 and 50,000 services, in process; all questions, then each kind. */
export async function benchSearch(print: (line: string) => void): Promise<void> {
	for (const services of SIZES) {
		const { built, snapshot, topics, vocabulary, at, build_ms, open_ms } = openBenchSnapshot(services);
		const queries = generateQueries(QUERIES, SEED, topics, vocabulary);
		const times = new Map<string, number[]>(["all", ...QUERY_KINDS].map((kind) => [kind, []]));
		let answerBytes = 0;
		// An isolate that serves is warm: the first rounds are not counted.
		for (let round = 1; round <= ROUNDS; round += 1)
			for (const { kind, query } of queries) {
				const from = performance.now();
				const answer = search(snapshot, query, at);
				const time = performance.now() - from;
				if (round === 1) answerBytes += JSON.stringify(answer).length;
				if (round < ROUNDS) continue;
				times.get("all")?.push(time);
				times.get(kind)?.push(time);
			}
		print(
			JSON.stringify({
				bench: "snapshot",
				area: benchArea.slug,
				services,
				build_ms,
				open_ms,
				bytes: built.length,
				held_bytes: Math.round(snapshot.footprint),
				heap_mb: round(process.memoryUsage().heapUsed / 2 ** 20),
				array_buffers_mb: round(process.memoryUsage().arrayBuffers / 2 ** 20),
			}),
		);
		for (const [kind, list] of times)
			print(
				JSON.stringify({
					bench: "search in process",
					services,
					kind,
					...summary(list),
					...(kind === "all" ? { answer_bytes: Math.round(answerBytes / queries.length) } : {}),
				}),
			);
	}
}
