import { afterEach, beforeEach, expect, test } from "vitest";
import type { Tally } from "#domain/tallies/tally.ts";
import { createTestDesk, type Staff, staffWith } from "#tests/support/desk.ts";
import type { TestApp } from "#tests/support/test-app.ts";

let app: TestApp;
let viewer: Staff;
beforeEach(async () => {
	app = await createTestDesk();
	await app.deps.areas.save({ slug: "demo", name: "Demo", demonstration: true });
	viewer = await staffWith(app, { demo: ["viewer"] });
});
afterEach(() => app.close());

/** Counted as the public pages count, and waited for. */
async function counted(tallies: readonly Omit<Tally, "area">[], area = "demo"): Promise<void> {
	for (const { week, measure, item, detail, count } of tallies)
		for (let times = 0; times < count; times++) app.deps.tallies.add(area, week, measure, item, detail);
	const all = tallies.reduce((sum, { count }) => sum + count, 0);
	await expect
		.poll(async () => (await app.deps.tallies.of(area, "2020-W01")).reduce((sum, { count }) => sum + count, 0))
		.toBeGreaterThanOrEqual(all);
}
const nothing = (week: string, item: string, detail: string, count: number) => ({
	week,
	measure: "found_nothing",
	item,
	detail,
	count,
});
const linesOf = async (period: string) =>
	(await (await viewer.get(`/desk/demo/gaps.csv?period=${period}`)).text()).trim().split("\r\n").slice(1);

test("a need is shown by sector and week once five looked for it, and nothing that is of fewer", async () => {
	await counted([
		nothing("2026-W41", "arts", "ZZ1 1", 6),
		nothing("2026-W41", "arts", "ZZ1 2", 2),
		nothing("2026-W42", "arts", "ZZ2 1", 3),
		nothing("2026-W42", "holiday-clubs", "ZZ1 1", 4),
	]);
	expect(await linesOf("2026-P11")).toEqual([
		'2026-P11,not_found_where,arts,"Music, arts and dance",All together,11',
		'2026-P11,not_found_where,arts,"Music, arts and dance",ZZ1 1,6',
		'2026-P11,not_found_where,arts,"Music, arts and dance",Others,fewer than 5',
		"2026-P11,not_found_where,holiday-clubs,Holiday clubs,All together,fewer than 5",
		'2026-P11,not_found_when,arts,"Music, arts and dance",All together,11',
		'2026-P11,not_found_when,arts,"Music, arts and dance",Others,fewer than 5',
		"2026-P11,not_found_when,holiday-clubs,Holiday clubs,All together,fewer than 5",
	]);
	const page = await (await viewer.get("/desk/demo/gaps?period=2026-P11")).text();
	expect(page).toContain("Music, arts and dance");
	expect(page).not.toContain("Nothing was counted");
	// Where a single family may have searched is not even named.
	for (const sector of ["ZZ1 2", "ZZ2 1"]) expect(page).not.toContain(sector);
});

test("while four weeks still run, one more tap changes no figure that is shown", async () => {
	const helped = (count: number) => [
		{ week: "2026-W48", measure: "helped", item: "answer:s47-what", detail: "yes", count },
	];
	await counted(helped(7));
	const before = await linesOf("");
	expect(before.join()).toContain(",5");
	await counted(helped(1));
	await expect.poll(async () => (await app.deps.tallies.of("demo", "2026-W48"))[0]?.count).toBe(8);
	expect(await linesOf("")).toEqual(before);
});

test("other areas' counts and other weeks' are not among them, and steps and reasons have their names", async () => {
	await counted([nothing("2026-W48", "arts", "ZZ9 9", 9)], "othertown");
	await counted([
		nothing("2026-W36", "arts", "ZZ1 1", 9),
		{ week: "2026-W48", measure: "stage", item: "section_47", detail: "", count: 5 },
		{ week: "2026-W48", measure: "urgent", item: "domestic_abuse", detail: "emergency", count: 5 },
	]);
	const page = await (await viewer.get("/desk/demo/gaps")).text();
	expect(page).not.toContain("ZZ9 9");
	expect(page).not.toContain("Music, arts and dance");
	expect(page).toContain("Abuse at home");
	expect(page).toContain("Danger now: 5");
});
