import { afterAll, beforeAll, expect, test } from "vitest";
import { seedDemo } from "#cli/seed.ts";
import { recordHelp } from "#services/record-help.ts";
import { searchDirectory } from "#services/search-directory.ts";
import { takeTurn } from "#services/take-turn.ts";
import { createTestApp, type TestApp } from "#tests/support/test-app.ts";

let app: TestApp;
beforeAll(async () => {
	app = await createTestApp();
	await seedDemo(app.deps, () => undefined);
});
afterAll(() => app.close());

/** What was counted of a measure, once it is written. */
const counted = async (area: string, measure: string) =>
	(await app.deps.tallies.of(area, "2026-W01"))
		.filter((tally) => tally.measure === measure)
		.map(({ week, item, detail, count }) => [week, item, detail, count]);

test("taps are counted by item and week, for the area or for none", async () => {
	const item = { kind: "answer", id: "s47-what" } as const;
	for (const tap of [{ helped: "no" }, { helped: "no" }, { missing: "more_detail" }] as const)
		expect(await recordHelp(app.deps, { item, tap, area: "demo" })).toBe(true);
	await recordHelp(app.deps, { item, tap: { helped: "yes" }, area: "nowhere-we-know" });
	await expect.poll(() => counted("demo", "helped")).toEqual([["2026-W48", "answer:s47-what", "no", 2]]);
	expect(await counted("demo", "missing")).toEqual([["2026-W48", "answer:s47-what", "more_detail", 1]]);
	expect(await counted("", "helped")).toEqual([["2026-W48", "answer:s47-what", "yes", 1]]);
});

test("what we do not know is not counted", async () => {
	const tap = { helped: "yes" } as const;
	for (const item of [
		{ kind: "answer", id: "no-such" },
		{ kind: "outcome", id: "no/such" },
		{ kind: "service", id: "x", area: "nowhere" },
	] as const)
		expect(await recordHelp(app.deps, { item, tap })).toBe(false);
});

test("a search that finds nothing is counted by need and neighbourhood, never by its words or its postcode", async () => {
	const page = { area: "demo", page: 1, per_page: 5 };
	await searchDirectory(app.deps, { ...page, q: "xyzzyxyzzy", need: ["housing"], near: "ZZ1 1AB" });
	await searchDirectory(app.deps, { ...page, q: "xyzzyxyzzy", need: ["no-such-need"], near: "Priya's house" });
	await searchDirectory(app.deps, { ...page, q: "food" });
	await expect
		.poll(() => counted("demo", "found_nothing"))
		.toEqual([
			["2026-W48", "", "", 1],
			["2026-W48", "housing", "ZZ1 1", 1],
		]);
});

test("steps that are asked about and danger that is answered are counted, and nothing that was said", async () => {
	await takeTurn(app.deps, { area: "demo", input: { kind: "text", text: "my husband hits me" } });
	await expect.poll(() => counted("demo", "urgent")).toEqual([["2026-W48", "domestic_abuse", "urgent", 1]]);
	expect(JSON.stringify(await app.deps.tallies.of("demo", "2026-W01"))).not.toMatch(/husband|hits|xyzzy/);
});

test("with the database away every answer comes as ever, and the counts wait for it", async () => {
	const alone = await createTestApp({ databaseUrl: "file:/nowhere/at/all.db" });
	const tap = { helped: "yes" } as const;
	expect(await recordHelp(alone.deps, { item: { kind: "answer", id: "s47-what" }, tap })).toBe(true);
	const view = await takeTurn(alone.deps, { input: { kind: "text", text: "my husband hits me" } });
	expect(view.urgent).not.toBeNull();
});
