import { afterAll, beforeAll, expect, test } from "vitest";
import { createOpenSnapshots } from "#adapters/open-snapshots.ts";
import { importFeed } from "#services/import-feed.ts";
import { publishChanged } from "#services/publish-changed.ts";
import { createTestApp, type TestApp } from "#tests/support/test-app.ts";

let app: TestApp;
beforeAll(async () => {
	app = await createTestApp();
});
afterAll(() => app.close());

test("an area that was imported and not yet published is published once, and not again until it changes", async () => {
	const service = (name: string) =>
		JSON.stringify([
			{
				id: "3c1a2d6e-5b0e-4c1b-9e57-0a4bb7a2c001",
				name,
				status: "active",
				organization: { id: "3c1a2d6e-5b0e-4c1b-9e57-0a4bb7a2c002", name: "Open Table", description: "Invented." },
			},
		]);
	const bring = (name: string) =>
		importFeed(app.deps, { area: "elmbrook", source: "test", files: new Map([["services.json", service(name)]]) });
	await bring("Food bank");
	expect(await publishChanged(app.deps)).toEqual(["elmbrook"]);
	expect(await publishChanged(app.deps)).toEqual([]);
	const found = await app.request("/api/v1/areas/elmbrook/services?q=food");
	expect(await found.json()).toMatchObject({ total: 1, items: [{ name: "Food bank" }] });
});

test("an area whose snapshot was built with other words is published again, once", async () => {
	const { content } = app.deps.content;
	const synonyms = { ...content.synonyms, same: [...content.synonyms.same, ["food bank", "larder"]] };
	const { snapshots, clock } = app.deps;
	const afresh = () => createOpenSnapshots({ snapshots, clock, later: () => {} });
	const deps = () => ({
		...app.deps,
		openSnapshots: afresh(),
		content: { ...app.deps.content, content: { ...content, synonyms } },
	});
	expect(await publishChanged(deps())).toEqual(["elmbrook"]);
	expect(await publishChanged(deps())).toEqual([]);
});
