import { afterEach, beforeEach, expect, test } from "vitest";
import { publishDirectory } from "#services/publish-directory.ts";
import { searchDirectory } from "#services/search-directory.ts";
import { aBatch, aLocation, aService, placed } from "#tests/support/directory.ts";
import { createTestApp, type TestApp, TUESDAY_MORNING } from "#tests/support/test-app.ts";

let app: TestApp;
beforeEach(async () => {
	app = await createTestApp();
});
afterEach(() => app.close());

/** The middle of the demonstration's first sector, whatever it is. */
function aSector(): { readonly sector: string; readonly latitude: number; readonly longitude: number } {
	const [sector = "", [latitude, longitude] = [0, 0]] =
		Object.entries(app.deps.content.area("demo")?.sectors ?? {})[0] ?? [];
	return { sector, latitude, longitude };
}

async function publish(area: string, ...numbers: readonly number[]) {
	const { latitude, longitude } = aSector();
	await app.deps.areas.save({ slug: area, name: area, demonstration: false });
	const services = numbers.map((number) =>
		placed(
			aService(number, { name: `Chess ${number}` }),
			aLocation(number, { latitude: latitude + number / 1000, longitude }),
		),
	);
	await app.deps.directory.applyImport(area, area, aBatch(services), TUESDAY_MORNING);
	return publishDirectory(app.deps, { area });
}
const page = { page: 1, per_page: 20 };

test("what is published is found, each publication with the next version", async () => {
	expect(await publish("zedshire", 1, 2)).toMatchObject({ kind: "published", version: 1, services: 2 });
	expect(await publish("zedshire", 1, 2)).toMatchObject({ version: 2 });
	expect(await searchDirectory(app.deps, { area: "zedshire", q: "chess", ...page })).toMatchObject({
		kind: "found",
		answer: { total: 2 },
		place: null,
	});
});

test("an area without a directory, and one whose database is away, answer as such", async () => {
	expect(await searchDirectory(app.deps, { area: "nowhere", ...page })).toEqual({ kind: "none" });
	// Nothing listens on the discard port.
	const cutOff = await createTestApp({ databaseUrl: "http://127.0.0.1:9" });
	expect(await searchDirectory(cutOff.deps, { area: "zedshire", ...page })).toEqual({ kind: "unavailable" });
	await cutOff.close();
});

test("a place we know orders by distance, one we do not shows the whole area and says so", async () => {
	await publish("zedshire", 3, 1);
	const { sector } = aSector();
	const near = await searchDirectory(app.deps, { area: "zedshire", near: sector, ...page });
	expect(near).toMatchObject({
		place: { text: sector },
		answer: { items: [{ name: "Chess 1" }, { name: "Chess 3" }] },
	});
	expect(await searchDirectory(app.deps, { area: "zedshire", near: "QQ99 9ZZ", ...page })).toMatchObject({
		place: "unknown",
		answer: { total: 2 },
	});
});

test("neighbours' places stand among the results, marked; a neighbour without a directory is left out", async () => {
	await publish("zedshire", 1, 3);
	await publish("yetshire", 12);
	const { sector } = aSector();
	const found = await searchDirectory(app.deps, {
		area: "zedshire",
		near: sector,
		neighbours: ["yetshire", "nowhere"],
		...page,
	});
	expect(found).toMatchObject({
		answer: {
			total: 3,
			items: [{ area: { slug: "zedshire" } }, { area: { slug: "zedshire" } }, { area: { slug: "yetshire" } }],
		},
	});
});
