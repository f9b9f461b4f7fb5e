import { afterAll, beforeAll, expect, test } from "vitest";
import { createPlaces } from "#adapters/places/create-places.ts";
import { createHeldTable } from "#adapters/places/held-table.ts";
import type { Lookup } from "#adapters/places/postcodes-io.ts";
import { places as content } from "#content/compiled/places.ts";
import { words } from "#content/compiled/words.ts";
import { directoryReader } from "#domain/places/onspd/read-directory.ts";
import type { Dependencies } from "#ports.ts";
import { councilChoices, guessCouncil } from "#services/choose-council.ts";
import { publishPlaces } from "#services/publish-places.ts";
import { createTestApp, fixedClock, type TestApp } from "#tests/support/test-app.ts";

let app: TestApp;
beforeAll(async () => {
	app = await createTestApp();
	await app.deps.areas.save({ slug: "hounslow", name: "Hounslow", demonstration: false });
	const reader = directoryReader(app.deps.places.book.wayOf);
	reader.begin("pcds,doterm,usertype,oslaua,lat,long");
	for (const line of [
		"W4 1TF,,0,E09000018,51.49,-0.256",
		"W4 1XA,,0,E09000013,51.49,-0.25",
		"W4 2AA,,0,E09000013,51.49,-0.25",
		"CH5 1AA,,0,W06000005,53.2,-3.1",
		"CH1 1AA,,0,E06000050,53.2,-2.9",
	])
		reader.line(line);
	await publishPlaces(app.deps, { ...reader.result(), source: "test", smaller: false });
});
afterAll(() => app.close());

test("one council is guessed with others to choose instead", async () => {
	expect(await guessCouncil(app.deps, "W4 1TF")).toMatchObject({
		kind: "one",
		council: { slug: "hounslow", name: "Hounslow", served: true },
		others: [{ name: "Hammersmith and Fulham" }],
	});
	expect(await guessCouncil(app.deps, "W4 2AA")).toMatchObject({
		kind: "one",
		council: { name: "Hammersmith and Fulham", served: false },
	});
});

test("near a border several are offered, those that are served first", async () => {
	expect(await guessCouncil(app.deps, "W4 1")).toMatchObject({
		kind: "several",
		councils: [{ name: "Hounslow" }, { name: "Hammersmith and Fulham" }],
	});
});

test("another nation leads to its own page, which exists", async () => {
	for (const [postcode, page] of [
		["G1 1AA", "scotland"],
		["CH5 1AA", "wales"],
		["BT1 1AA", "northern-ireland"],
		["JE2 4WD", "not-in-england"],
		["IM1 1AA", "not-in-england"],
	] as const) {
		expect(await guessCouncil(app.deps, postcode)).toMatchObject({ kind: "elsewhere", page });
		expect(app.deps.content.page(page)).not.toBeNull();
	}
});

test("what we do not know and what is no postcode are told apart", async () => {
	expect(await guessCouncil(app.deps, "M1 1AA")).toMatchObject({ kind: "unknown" });
	expect(await guessCouncil(app.deps, "QX1 1AA")).toMatchObject({ kind: "unknown" });
	expect(await guessCouncil(app.deps, "somewhere")).toEqual({ kind: "not_a_postcode" });
});

test("every nation outside England has its sentence", () => {
	for (const nation of ["scotland", "wales", "northern_ireland", "jersey", "guernsey", "isle_of_man"] as const)
		expect(words.places.elsewhere[nation]).toMatch(/England/);
});

test("every council can be chosen by name, those that are served first", async () => {
	const all = await councilChoices(app.deps, "");
	expect(all).toHaveLength(153);
	expect(all[0]).toMatchObject({ slug: "hounslow", served: true });
	expect(all.filter(({ served }) => served)).toHaveLength(1);
});

/** Places whose lookup answers for every postcode and counts how often it is asked. */
function withLookup(answer: Awaited<ReturnType<Lookup>>): { readonly deps: Dependencies; readonly asked: string[] } {
	const asked: string[] = [];
	const clock = fixedClock();
	const lookup: Lookup = async (postcode) => {
		asked.push(postcode);
		return answer;
	};
	const table = createHeldTable({ tables: app.deps.placeTables, clock, later: () => {} });
	const areas = () => app.deps.areas.list();
	const places = createPlaces({ content, ownSectors: new Map(), table, clock, areas, lookup });
	return { deps: { ...app.deps, places }, asked };
}
const BRENT = { district: "E09000005", nation: "england" as const, point: { latitude: 51.55, longitude: -0.28 } };

test("a lookup is asked only about whole postcodes that our own tables do not know", async () => {
	const { deps, asked } = withLookup(BRENT);
	await guessCouncil(deps, "W4 1TF");
	await guessCouncil(deps, "W4");
	await guessCouncil(deps, "G1 1AA");
	await deps.places.points(["NW10 1AA", "W4 1TF"]);
	expect(asked).toEqual([]);
	expect(await guessCouncil(deps, "NW10 1AA")).toMatchObject({
		kind: "one",
		council: { name: "Brent", gss_code: "E09000005" },
		place: { precision: "exact", point: { latitude: 51.55, precision: "postcode" } },
	});
	expect(asked).toEqual(["NW10 1AA"]);
});

test("without an answer a lookup changes nothing", async () => {
	const { deps } = withLookup(null);
	for (const postcode of ["NW10 1AA", "W4 1QQ", "G1 1AA"])
		expect(await guessCouncil(deps, postcode)).toEqual(await guessCouncil(app.deps, postcode));
});

test("an area is taken for a person's own only where there is no doubt", async () => {
	expect(await app.deps.places.areaOf("W4 1TF")).toBe("hounslow");
	expect(await app.deps.places.areaOf("W4 1")).toBeNull();
	expect(await app.deps.places.areaOf("W4 2AA")).toBeNull();
	expect(await app.deps.places.areaOf("ZZ1 1AA")).toBe("demo");
	expect(await app.deps.places.areaOf("ZZ1")).toBe("demo");
	expect(await app.deps.places.areaOf("nonsense")).toBeNull();
});
