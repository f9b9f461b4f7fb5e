import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase, useWriteAheadLog } from "#adapters/libsql/client.ts";
import { migrate } from "#adapters/libsql/migrate.ts";
import { readMigrations } from "#adapters/libsql/migration-files.ts";
import { benchArea } from "#cli/bench/bench-snapshot.ts";
import { generateDirectory } from "#cli/bench/generate-directory.ts";
import { round } from "#cli/bench/measure.ts";
import { startSqld } from "#cli/start-sqld.ts";
import { content } from "#content/compiled/content.ts";
import { createDependencies } from "#dependencies/create-dependencies.ts";
import { importFeed } from "#services/import-feed.ts";
import { publishDirectory } from "#services/publish-directory.ts";

const SEED = 7;
const SERVICES = 5000;

/**
 * A feed of 5,000 services taken over into an empty area, read again without news and with a tenth changed, and its
 * search published: with an embedded file, and with a libSQL server.
 */
export async function benchImport(print: (line: string) => void): Promise<void> {
	const folder = await mkdtemp(join(tmpdir(), "bench-"));
	const server = await startSqld();
	try {
		await measure("embedded file", `file:${join(folder, "bench.db")}`, print);
		await measure("libSQL server", server.url, print);
	} finally {
		await server.stop();
		await rm(folder, { recursive: true, force: true });
	}
}

async function measure(database: string, url: string, print: (line: string) => void): Promise<void> {
	const client = openDatabase({ url });
	if (url.startsWith("file:")) await useWriteAheadLog(client);
	await migrate(client, await readMigrations("db/migrations"), new Date());
	client.close();
	const deps = createDependencies({ url });
	await deps.areas.save(benchArea);
	const vocabulary = { needs: content.needs, synonyms: content.synonyms, filters: content.filters };
	const { services } = generateDirectory(SERVICES, SEED, vocabulary);
	const changed = services.map((service, n) =>
		n % 10 === 0 ? { ...service, name: `${service.name} again` } : service,
	);
	const bring = (records: unknown) =>
		importFeed(deps, {
			area: benchArea.slug,
			source: "bench",
			files: new Map([["services.json", JSON.stringify(records)]]),
		});
	const timed = async (work: () => Promise<unknown>) => {
		const from = performance.now();
		await work();
		return round(performance.now() - from);
	};
	const import_ms = await timed(() => bring(services));
	const again_ms = await timed(() => bring(services));
	const tenth_changed_ms = await timed(() => bring(changed));
	const publish_ms = await timed(() => publishDirectory(deps, { area: benchArea.slug }));
	print(
		JSON.stringify({
			bench: "import",
			database,
			services: SERVICES,
			import_ms,
			again_ms,
			tenth_changed_ms,
			publish_ms,
		}),
	);
}
