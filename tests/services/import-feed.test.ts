import { afterEach, beforeEach, expect, test } from "vitest";
import { createAreas } from "#adapters/libsql/areas.ts";
import { createDirectoryWriter } from "#adapters/libsql/directory-writer.ts";
import { places } from "#content/compiled/places.ts";
import { AppError } from "#domain/errors.ts";
import { createAuthorityBook } from "#domain/places/authority-book.ts";
import { importFeed } from "#services/import-feed.ts";
import { migratedDatabase, type TestDatabase } from "#tests/support/database.ts";

let database: TestDatabase;
beforeEach(async () => {
	database = await migratedDatabase();
});
afterEach(() => database.close());

const clock = { now: () => new Date("2026-11-22T10:00:00Z") };
const deps = () => ({
	areas: createAreas(database.client),
	directory: createDirectoryWriter(database.client),
	places: { book: createAuthorityBook(places) },
	clock,
});
const club = (more: object = {}) => ({
	id: "1",
	name: "Club",
	status: "active",
	organization: { id: "o", name: "Harbour", description: "x" },
	...more,
});
const bringIn = (services: readonly unknown[], area = "north-of-the-moor") =>
	importFeed(deps(), {
		area,
		source: "https://feed.example.org/services",
		files: new Map([["services.json", JSON.stringify(services)]]),
	});

test("a new area is created under a name read from its slug, and filled", async () => {
	const result = await bringIn([club()]);
	expect(result).toMatchObject({
		kind: "imported",
		newArea: true,
		area: { slug: "north-of-the-moor", name: "North of the Moor", demonstration: false },
		counts: { created: 1 },
	});
	expect(await deps().directory.publishable("north-of-the-moor")).toMatchObject([{ name: "Club" }]);
});

test("a new area whose short name means a council gets its name and code", async () => {
	expect(await bringIn([club()], "bristol-city-council")).toMatchObject({
		area: { slug: "bristol-city-council", gss_code: "E06000023", name: "Bristol" },
	});
	expect(await deps().areas.find("bristol-city-council")).toMatchObject({ gss_code: "E06000023", name: "Bristol" });
});

test("the same source again changes nothing, a changed record only itself", async () => {
	await bringIn([club(), club({ id: "2", name: "Café" })]);
	expect(await bringIn([club(), club({ id: "2", name: "Café" })])).toMatchObject({
		newArea: false,
		counts: { created: 0, updated: 0, unchanged: 2, missing: 0 },
	});
	expect(await bringIn([club(), club({ id: "2", name: "Tea room" })])).toMatchObject({
		counts: { created: 0, updated: 1, unchanged: 1 },
	});
});

test("an area that is known keeps its name", async () => {
	await deps().areas.save({ slug: "harrowmere", name: "Harrowmere Council", demonstration: true });
	expect(await bringIn([club()], "harrowmere")).toMatchObject({
		newArea: false,
		area: { name: "Harrowmere Council", demonstration: true },
	});
});

test.each([
	["a web page", "<html></html>"],
	["half a file", '[{"id":"1"'],
	["no services", "[]"],
	["records that all lack a name", JSON.stringify([{ id: "1", status: "active" }])],
])("%s leaves the directory as it was and creates no area", async (_what, text) => {
	await bringIn([club()], "known");
	for (const area of ["known", "unknown"]) {
		const result = await importFeed(deps(), { area, source: "x", files: new Map([["services.json", text]]) });
		expect(result.kind).toBe("refused");
	}
	expect((await deps().areas.list()).map((area) => area.slug)).toEqual(["known"]);
	expect(await deps().directory.publishable("known")).toHaveLength(1);
});

test("a name that cannot be an area stops the verb", async () => {
	await expect(bringIn([club()], "Not An Area")).rejects.toThrow(AppError);
});
