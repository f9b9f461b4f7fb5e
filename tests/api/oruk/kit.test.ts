import { readFile } from "node:fs/promises";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { seedDemo } from "#cli/seed.ts";
import { createDependencies } from "#dependencies/create-dependencies.ts";
import { readEnv } from "#env.ts";
import { startServer } from "#server.ts";
import { importFeed } from "#services/import-feed.ts";
import { messyFeed } from "#tests/domain/directory/import/messy-feed.ts";
import { kitTitle, runKit, withoutKit } from "#tests/support/conformance-kit.ts";
import { migratedDatabase, type TestDatabase } from "#tests/support/database.ts";

describe.skipIf(withoutKit)(`${kitTitle}, against the server on Node`, () => {
	let database: TestDatabase;
	let server: Awaited<ReturnType<typeof startServer>>;
	let deps: ReturnType<typeof createDependencies>;
	beforeAll(async () => {
		database = await migratedDatabase();
		deps = createDependencies({ url: database.url });
		await seedDemo(deps, () => {});
		server = await startServer(deps, readEnv({ PORT: "0" }), "dist/public", "127.0.0.1");
	});
	afterAll(async () => {
		await server.close();
		await database.close();
	});
	const feedOf = (area: string) => `http://127.0.0.1:${server.port}/oruk/v3/${area}`;

	test("has nothing to fault in the demonstration", async () => {
		const run = await runKit(feedOf("demo"));
		expect([run.code, run.failures]).toEqual([0, []]);
		expect(run.summary).toContain(" 0 failed");
	}, 120_000);

	test("has nothing to fault in what was imported from messy feeds", async () => {
		for (const [n, text] of fc.sample(messyFeed, { numRuns: 25, seed: 20_26 }).entries()) {
			const input = { area: "messy", source: `feed ${n}`, files: new Map([["services.json", text]]) };
			await importFeed(deps, input).catch(() => null);
		}
		const run = await runKit(feedOf("messy"), "--no-params");
		expect([run.code, run.failures]).toEqual([0, []]);
	}, 120_000);

	test("has nothing to fault in its own sample, imported", async () => {
		const text = await readFile(`${process.env["ORUK_KIT"] ?? "../shared/oruk"}/sample-120.ndjson`, "utf8");
		await importFeed(deps, { area: "sample", source: "sample", files: new Map([["services.ndjson", text]]) });
		const run = await runKit(feedOf("sample"));
		expect([run.code, run.failures]).toEqual([0, []]);
	}, 120_000);
});
