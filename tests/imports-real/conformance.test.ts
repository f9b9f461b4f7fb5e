import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { root } from "#cli/content-files.ts";
import { readSource } from "#cli/read-source.ts";
import { createDependencies } from "#dependencies/create-dependencies.ts";
import { readEnv } from "#env.ts";
import { startServer } from "#server.ts";
import { importFeed } from "#services/import-feed.ts";
import { kitTitle, runKit, withoutKit } from "#tests/support/conformance-kit.ts";
import { type Edge, startEdge } from "#tests/support/edge.ts";

/** Directories that councils really published, and the kit's own sample, where they stand beside the checkout. */
const shared = join(root, "../shared");
const AREAS = {
	hounslow: "data/hounslow",
	bristol: "data/bristol-oruk-v1",
	sample: "oruk/sample-120.ndjson",
} as const;
const areas = Object.keys(AREAS);
const absent = withoutKit || !Object.values(AREAS).every((path) => existsSync(join(shared, path)));

describe.skipIf(absent)(`${kitTitle}, against what councils published`, () => {
	let edge: Edge;
	let server: Awaited<ReturnType<typeof startServer>>;
	beforeAll(async () => {
		edge = await startEdge();
		const deps = createDependencies({ url: edge.databaseUrl });
		for (const [area, path] of Object.entries(AREAS)) {
			const source = await readSource(join(shared, path));
			if (source.kind !== "files") throw new Error(source.reason);
			await importFeed(deps, { area, source: path, files: source.files });
		}
		server = await startServer(deps, readEnv({ PORT: "0" }), "dist/public", "127.0.0.1");
	}, 60_000);
	afterAll(async () => {
		await server.close();
		await edge.close();
	});

	test.each(areas)(
		"in workerd it has nothing to fault in %s",
		async (area) => {
			const run = await runKit(new URL(`/oruk/v3/${area}`, (await edge.request("/health")).url).href);
			expect([run.code, run.failures]).toEqual([0, []]);
			expect(run.summary).toContain(" 0 failed");
		},
		120_000,
	);

	test.each(areas.filter((area) => area !== "sample"))(
		"on Node it has nothing to fault in %s",
		async (area) => {
			const run = await runKit(`http://127.0.0.1:${server.port}/oruk/v3/${area}`);
			expect([run.code, run.failures]).toEqual([0, []]);
		},
		120_000,
	);
});
