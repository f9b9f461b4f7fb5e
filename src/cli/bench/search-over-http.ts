import { readFileSync } from "node:fs";
import { openDatabase } from "#adapters/libsql/client.ts";
import { migrate } from "#adapters/libsql/migrate.ts";
import { readMigrations } from "#adapters/libsql/migration-files.ts";
import { benchArea, openBenchSnapshot } from "#cli/bench/bench-snapshot.ts";
import { createFullTextSearch } from "#cli/bench/full-text-search.ts";
import { type BenchQuery, generateQueries } from "#cli/bench/generate-queries.ts";
import { keptAlive } from "#cli/bench/kept-alive.ts";
import { round, timedLater } from "#cli/bench/measure.ts";
import { SIZES } from "#cli/bench/search.ts";
import { startSqld } from "#cli/start-sqld.ts";
import { startWorkerd } from "#cli/start-workerd.ts";
import { createDependencies } from "#dependencies/create-dependencies.ts";

const SEED = 11;
const QUERIES = 540;
/** The bundle does not start without a key for what people leave; nobody leaves anything here. */
const KEYS = `bench:${btoa("a key of thirty-two bytes, bench")}`;
/** Fewer, because broad questions over 50,000 services take it seconds. */
const FULL_TEXT_QUERIES = 60;

/**
 * The same questions over HTTP to the bundle in `workerd serve`, which searches the snapshot, and over HTTP to SQLite's
 * own full-text search in a libSQL server, which counts the same choices. One after the other, kept-alive connections.
 */
export async function benchSearchOverHttp(print: (line: string) => void): Promise<void> {
	for (const services of SIZES) {
		const bench = openBenchSnapshot(services);
		// Where "near" lies is a matter of the places table, and a quoted phrase has no like in the other.
		const queries = generateQueries(QUERIES, SEED, bench.topics, bench.vocabulary).filter(
			({ kind, query }) => kind !== "near" && kind !== "quoted" && query.near === undefined,
		);
		const database = await startSqld();
		try {
			const client = openDatabase({ url: database.url });
			await migrate(client, await readMigrations("db/migrations"), bench.now);
			const dependencies = createDependencies({ url: database.url });
			await dependencies.areas.save(benchArea);
			await dependencies.snapshots.publish(benchArea.slug, bench.built, bench.checksum, bench.now);
			await inWorkerd(database.url, services, queries, print);
			const fullText = await createFullTextSearch(client, bench.services, bench.snapshot);
			const asked = queries.filter(({ query }) => query.q !== undefined).slice(0, FULL_TEXT_QUERIES);
			let given_up = 0;
			// A broad question over many services can outlast our database client's patience: counted, with the time it took.
			const measured = await timedLater(asked, ({ query }) =>
				fullText(query).catch(() => {
					given_up += 1;
				}),
			);
			print(JSON.stringify({ bench: "search in FTS5 over HTTP", services, ...measured, given_up }));
			client.close();
		} finally {
			await database.stop();
		}
	}
}

async function inWorkerd(
	databaseUrl: string,
	services: number,
	queries: readonly BenchQuery[],
	print: (line: string) => void,
): Promise<void> {
	const workerd = await startWorkerd({ DATABASE_URL: databaseUrl, ENVIRONMENT: "production", CALL_BACK_KEYS: KEYS });
	const client = keptAlive(workerd.url);
	try {
		let bytes = 0;
		const before = cpuTime(workerd.pid);
		const measured = await timedLater(queries, async ({ query }) => {
			bytes += (await client.text(`/api/v1/areas/${benchArea.slug}/services?${parametersOf(query)}`)).length;
		});
		const answer_bytes = Math.round(bytes / queries.length / 2);
		const after = cpuTime(workerd.pid);
		const cpu_ms = before === null || after === null ? null : round((after - before) / queries.length / 2);
		print(JSON.stringify({ bench: "search over HTTP in workerd", services, ...measured, cpu_ms, answer_bytes }));
	} finally {
		client.close();
		await workerd.stop();
	}
}

/** Milliseconds of processor time that a process has had, which other work on the machine does not lengthen; null where it is not told. */
function cpuTime(pid: number): number | null {
	try {
		const after = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
		const ticks = Number(after[11]) + Number(after[12]);
		return Number.isFinite(ticks) ? ticks * MS_PER_TICK : null;
	} catch {
		return null;
	}
}
/** Linux counts in hundredths of a second wherever it runs today. */
const MS_PER_TICK = 10;

function parametersOf(query: BenchQuery["query"]): URLSearchParams {
	const parameters = new URLSearchParams();
	for (const [name, value] of Object.entries(query))
		if (value !== undefined && typeof value !== "object") parameters.set(name, String(value));
		else if (Array.isArray(value)) parameters.set(name, value.join(","));
	return parameters;
}
