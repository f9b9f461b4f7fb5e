import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { main } from "#cli/import.ts";
import { createDependencies } from "#dependencies/create-dependencies.ts";
import { migratedDatabase, type TestDatabase } from "#tests/support/database.ts";

let database: TestDatabase;
let folder: string;
beforeEach(async () => {
	database = await migratedDatabase();
	folder = await mkdtemp(join(tmpdir(), "import-"));
});
afterEach(async () => {
	await database.close();
	await rm(folder, { recursive: true, force: true });
});

/** Runs the command; answers its exit code and what it printed. */
async function run(...argv: readonly string[]): Promise<{ readonly code: number; readonly text: string }> {
	const lines: string[] = [];
	const open = async () => createDependencies({ url: database.url });
	const code = await main(argv, { print: (line) => lines.push(line), open, limits: { loopback: true } });
	return { code, text: lines.join("\n") };
}
const areas = async () => (await createDependencies({ url: database.url }).areas.list()).map((area) => area.slug);

const services = [
	{
		id: "1",
		name: "Drop-in",
		status: "active",
		email: "test@example.com",
		colour: "blue",
		organization: { id: "o", name: "Harbour", description: "x" },
	},
	{ id: "2", status: "active", organization: { id: "o", name: "Harbour", description: "x" } },
];
async function given(name: string, text: string): Promise<string> {
	const path = join(folder, name);
	await writeFile(path, text);
	return path;
}

test("an import says what it read, mended, left out and rejected, and publishes", async () => {
	const from = await given("services.json", JSON.stringify(services));
	const { code, text } = await run("--area", "northtown", "--from", from);
	expect(code).toBe(0);
	expect(text).toContain("Read 2 rows (Open Referral UK version 3): 1 service, 0 joined into them, 1 rejected.");
	expect(text).toContain('placeholder e-mail left out. For example email: "test@example.com"');
	expect(text).toContain("unknown field left out: colour");
	expect(text).toContain("services.json, record 2 (2): It has no name.");
	expect(text).toContain("Northtown: 1 new, 0 changed, 0 as before.");
	expect(text).toContain("is published: 1 service to find");
	expect(await createDependencies({ url: database.url }).snapshots.version("northtown")).not.toBeNull();
});

test("a second run says that nothing has changed and publishes nothing", async () => {
	const from = await given("services.json", JSON.stringify(services));
	await run("--area", "northtown", "--from", from);
	const version = await createDependencies({ url: database.url }).snapshots.version("northtown");
	const { code, text } = await run("--area", "northtown", "--from", from);
	expect(code).toBe(0);
	expect(text).toContain("Nothing has changed in Northtown: 1 service is as before.");
	expect(await createDependencies({ url: database.url }).snapshots.version("northtown")).toBe(version);
});

test("a dry run reports and changes nothing", async () => {
	const from = await given("services.json", JSON.stringify(services));
	const { code, text } = await run("--area", "northtown", "--from", from, "--dry-run");
	expect(code).toBe(0);
	expect(text).toContain("1 rejected");
	expect(text).toContain("nothing was changed");
	expect(await areas()).toEqual([]);
});

test("the report holds every repair and reject, and no cell that a spreadsheet would run", async () => {
	const from = await given(
		"services.json",
		JSON.stringify([{ ...services[0], name: '=HYPERLINK("x")', phones: [{ number: "00000000000" }] }, services[1]]),
	);
	const report = join(folder, "report.csv");
	expect((await run("--area", "northtown", "--from", from, "--report", report)).code).toBe(0);
	const rows = (await readFile(report, "utf8")).split("\r\n");
	expect(rows[0]).toBe("kind,record,field,rule or reason,before or row,after");
	expect(rows.some((row) => row.startsWith("rejected,") && row.includes("It has no name"))).toBe(true);
	expect(rows.some((row) => row.includes("placeholder phone number left out,00000000000,"))).toBe(true);
	expect(rows.some((row) => row.startsWith("mended,\"'=HYPERLINK"))).toBe(true);
});

test.each([
	[
		"a path that is not there",
		["--area", "northtown", "--from", "/nowhere/at/all"],
		"There is nothing at /nowhere/at/all",
	],
	["no area", ["--from", "."], "--area is missing"],
	["no source", ["--area", "northtown"], "--from is missing"],
	["an area with capitals", ["--area", "North Town", "--from", "."], "cannot be an area"],
	["an option that does not exist", ["--area", "northtown", "--form", "."], "npm run import"],
	["an address that is none", ["--area", "northtown", "--from", "https://"], "is no address"],
])("%s is called wrong use, with the way to mend it", async (_what, argv, message) => {
	const { code, text } = await run(...argv);
	expect(code).toBe(2);
	expect(text).toContain(message);
});

test.each([
	["a web page", "<html><body>Sign in</body></html>"],
	["an empty file", ""],
	["a table of something else", "colour,size\nblue,2\n"],
	["half a file", '[{"id":"1","name"'],
])("%s is refused: what was seen, what could be taken, and nothing changed", async (_what, text) => {
	const result = await run("--area", "northtown", "--from", await given("services.json", text));
	expect(result.code).toBe(1);
	expect(result.text).toContain("Nothing was changed.");
	expect(result.text).toContain("Seen: services.json");
	expect(result.text).toContain("Outpost's import table");
	expect(await areas()).toEqual([]);
});
