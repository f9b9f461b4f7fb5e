import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type GeneratedPostcode, generatePostcodes, postcodeDirectory } from "#cli/bench/generate-postcodes.ts";
import { writeLines } from "#cli/bench/places.ts";
import { root } from "#cli/content-files.ts";
import { main } from "#cli/places-import.ts";
import { places } from "#content/compiled/places.ts";
import { createDependencies } from "#dependencies/create-dependencies.ts";
import { findPlace } from "#services/find-place.ts";
import { migratedDatabase, type TestDatabase } from "#tests/support/database.ts";

let database: TestDatabase;
let folder: string;
beforeEach(async () => {
	database = await migratedDatabase();
	folder = await mkdtemp(join(tmpdir(), "places-"));
});
afterEach(async () => {
	await database.close();
	await rm(folder, { recursive: true, force: true });
});

const open = async () => createDependencies({ url: database.url });
async function run(...argv: readonly string[]): Promise<{ readonly code: number; readonly text: string }> {
	const lines: string[] = [];
	const code = await main(argv, { print: (line) => lines.push(line), open });
	return { code, text: lines.join("\n") };
}
async function given(name: string, lines: readonly string[]): Promise<string> {
	const path = join(folder, name);
	await writeFile(path, lines.join("\n"));
	return path;
}
const HEADER = "pcds,doterm,usertype,oslaua,lat,long";
const place = async (postcode: string) => findPlace(await open(), postcode);
const names = async (postcode: string) => (await place(postcode))?.areas.map(({ name }) => name);

test("a large directory becomes a small table that answers every postcode in it rightly", async () => {
	const rows: GeneratedPostcode[] = [...generatePostcodes(150_000, 11, places)];
	const file = join(folder, "postcodes.csv");
	await writeLines(file, postcodeDirectory(rows));
	const from = performance.now();
	const { code, text } = await run(file);
	expect(code).toBe(0);
	expect(performance.now() - from).toBeLessThan(30_000);
	expect(text).toContain("150,000 rows: 150,000 in England");
	const deps = await open();
	const stored = await deps.placeTables.load();
	expect(gzipSync(stored?.bytes ?? new Uint8Array()).length).toBeLessThan(60_000);
	const day = "2026-11-22";
	for (let index = 0; index < rows.length; index += 97) {
		const row = rows[index];
		if (!row) break;
		const located = await deps.places.locate(row.postcode);
		const [authority] = deps.places.book.onDay(deps.places.book.wayOf(row.district) ?? "", day);
		expect([row.postcode, located?.authorities[0]?.slug, located?.sure]).toEqual([row.postcode, authority?.slug, true]);
		const point = await deps.places.point(row.postcode);
		expect(Math.abs((point?.latitude ?? 0) - row.point.latitude)).toBeLessThan(0.5);
	}
}, 90_000);

const sample = join(root, "../shared/places/onspd-sample.csv");
test.skipIf(!existsSync(sample))("rows as ONS publishes them: terminated, Jersey, Scotland, a large user", async () => {
	const { code, text } = await run(sample);
	expect(code).toBe(0);
	expect(text).toContain("6 rows: 4 in England, 1 no longer in use, 2 of large users, 1 without a grid reference.");
	for (const [postcode, name] of [
		["M1 1AD", "Manchester"],
		["M11 1AA", "Manchester"],
		["SE1P 5ZZ", "Southwark"],
		["SE1 9ZZ", "Southwark"],
	] as const) {
		expect(await place(postcode)).toMatchObject({ areas: [{ name }], precision: "exact", nation: "england" });
	}
	expect(await place("JE2 4WD")).toMatchObject({ nation: "jersey", areas: [], precision: null });
	expect(await place("AB16 9ZZ")).toMatchObject({ nation: "scotland", areas: [], precision: null });
});

test("an edition with newer column names is read, and so is a folder of parts", async () => {
	const parts = join(folder, "multi_csv");
	await mkdir(parts);
	const header = "pcd7,pcd8,pcds,dointr,doterm,usrtypind,lad25cd,ctry25cd,lat,long";
	await writeFile(
		join(parts, "M.csv"),
		`${header}\r\n"M1  1AD","M1   1AD","M1 1AD","2003","","0","E08000003","E92",53.4,-2.2\r\n`,
	);
	await writeFile(join(parts, "W.csv"), `\ufeff${header}\nW4 1TF,W4 1TF,W4 1TF,1980,,0,E09000018,E92,51.4,-0.2`);
	await writeFile(join(parts, "names.csv"), "code,name\n1,x\n");
	const { code, text } = await run(parts);
	expect(code).toBe(0);
	expect(text).toContain("names.csv was left out");
	expect(await names("M1 1AD")).toEqual(["Manchester"]);
	expect(await names("W4 1TF")).toEqual(["Hounslow"]);
});

test("a dry run changes nothing", async () => {
	const file = await given("few.csv", [HEADER, "W4 1TF,,0,E09000018,51.4,-0.2"]);
	expect(await run("--dry-run", file)).toMatchObject({ code: 0, text: expect.stringContaining("dry run") });
	expect(await (await open()).placeTables.version()).toBeNull();
});

test.each([
	["a file of something else", ["name,address", "x,y"], "No column was found for: postcode"],
	["a zip", ["PK\u0003\u0004rest", "x"], "It is a zip"],
	["nothing", [""], "No column was found"],
	["only other nations", [HEADER, "G1 1AA,,0,S12000049,55.9,-4.2"], "No postcode of England"],
	["only districts that nobody knows", [HEADER, "W4 1TF,,0,E09999999,51,0"], "No postcode of England"],
	[
		"many rows of a district that nobody knows",
		[HEADER, "W4 1TF,,0,E09000018,51,0", "W4 1TG,,0,E09999999,51,0"],
		"E09999999 (1). Add them to content/places/districts.csv",
	],
	[
		"rows that are no postcodes",
		[HEADER, "W4 1TF,,0,E09000018,51,0", "?,,0,E09000018,51,0"],
		"no postcode that can be read",
	],
])("%s is refused, says why and leaves the table before in place", async (_what, lines, reason) => {
	await run(await given("good.csv", [HEADER, "M1 1AD,,0,E08000003,53.4,-2.2"]));
	const { code, text } = await run(await given("bad.csv", lines));
	expect(code).toBe(1);
	expect(text).toContain(reason);
	expect(text).toContain("Nothing was changed.");
	expect(await names("M1 1AD")).toEqual(["Manchester"]);
});

test("a part of the directory does not replace the whole, unless it is meant to", async () => {
	const sectors = Array.from({ length: 10 }, (_, digit) => `M1 ${digit}AD,,0,E08000003,53.4,-2.2`);
	await run(await given("whole.csv", [HEADER, ...sectors]));
	const part = await given("part.csv", [HEADER, ...sectors.slice(0, 3)]);
	expect(await run(part)).toMatchObject({
		code: 1,
		text: expect.stringContaining("3 sectors; the table before held 10"),
	});
	expect(await run("--smaller", part)).toMatchObject({ code: 0 });
});

test("called without a file, with a wrong one or a wrong option, it says how", async () => {
	expect(await run()).toMatchObject({ code: 2, text: expect.stringContaining("npm run places:import -- FILE.csv") });
	expect(await run("--all", "x")).toMatchObject({ code: 2 });
	expect(await run(join(folder, "none.csv"))).toMatchObject({
		code: 1,
		text: expect.stringContaining("There is no file"),
	});
});
