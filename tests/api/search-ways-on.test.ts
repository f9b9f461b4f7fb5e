import { afterAll, beforeAll, expect, test } from "vitest";
import { directoryReader } from "#domain/places/onspd/read-directory.ts";
import { publishDirectory } from "#services/publish-directory.ts";
import { publishPlaces } from "#services/publish-places.ts";
import { aBatch, aLocation, aService, placed } from "#tests/support/directory.ts";
import { createTestApp, type TestApp } from "#tests/support/test-app.ts";

let app: TestApp;
beforeAll(async () => {
	app = await createTestApp();
	const reader = directoryReader(app.deps.places.book.wayOf);
	reader.begin("pcds,doterm,usertype,oslaua,lat,long");
	reader.line("W4 1TF,,0,E09000018,51.491,-0.256");
	reader.line("W4 3AA,,0,E09000009,51.5,-0.25");
	await publishPlaces(app.deps, { ...reader.result(), source: "test", smaller: false });
	for (const [slug, number, latitude] of [
		["hounslow", 1, 51.49],
		["ealing", 2, 51.495],
	] as const) {
		await app.deps.areas.save({ slug, name: slug, demonstration: false });
		const service = aService(number, { name: `Chess club of ${slug}` });
		const here = placed(service, aLocation(number, { latitude, longitude: -0.255 }));
		await app.deps.directory.applyImport(slug, "feed", aBatch([here]), app.deps.clock.now());
		await publishDirectory(app.deps, { area: slug });
	}
});
afterAll(() => app.close());

const ask = async (question: string) => (await app.request(`/api/v1/areas/hounslow/services?${question}`)).json();

test("what lies just over the border is shown with its council", async () => {
	const near = await ask("q=chess&near=W4+1TF");
	expect(near.items.map((item: { area: { slug: string } }) => item.area.slug)).toEqual(["hounslow", "ealing"]);
	expect((await ask("q=chess")).total).toBe(1);
});

test("near a place that nobody knows all services are shown, with the areas to choose from", async () => {
	const answer = await ask("near=ZZ99+9ZZ");
	expect(answer).toMatchObject({ total: 1, place: "unknown" });
	expect(answer.areas).toContainEqual({ slug: "ealing", name: "ealing" });
	expect(await ask("near=W4+1TF")).not.toHaveProperty("areas");
});

test("who finds nothing is told what would find something, and shown the way to people", async () => {
	const answer = await ask("q=quantum+plumbing");
	expect(answer.total).toBe(0);
	expect(answer.relaxations[0].total).toBeGreaterThan(0);
	expect(answer.routes.helplines.length).toBeGreaterThan(0);
	expect(await ask("q=chess")).not.toHaveProperty("routes");
});
