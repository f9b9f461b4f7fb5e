import * as fc from "fast-check";
import { expect, test } from "vitest";
import { fourWeeksOf, periodsBack, readFourWeeks } from "#domain/desk/four-weeks.ts";
import { roundedDown } from "#domain/desk/rounded-down.ts";

test("a week belongs to one period of four weeks; the last of a year has the 53rd as well", () => {
	expect(fourWeeksOf("2026-W01")?.weeks).toEqual(["2026-W01", "2026-W02", "2026-W03", "2026-W04"]);
	expect(fourWeeksOf("2026-W48")?.id).toBe("2026-P12");
	expect(fourWeeksOf("2026-W53")?.id).toBe("2026-P13");
	for (const wrong of ["", "2026-W00", "2026-W54", "2026-48", "W48"]) expect(fourWeeksOf(wrong)).toBeNull();
	for (const wrong of ["2026-P00", "2026-P14", "P01", "2026-P1"]) expect(readFourWeeks(wrong)).toBeNull();
});

test("every week is in its own period, and no two periods share one", () => {
	fc.assert(
		fc.property(fc.integer({ min: 2020, max: 2099 }), fc.integer({ min: 1, max: 53 }), (year, number) => {
			const week = `${year}-W${String(number).padStart(2, "0")}`;
			const period = fourWeeksOf(week);
			expect(period?.weeks).toContain(week);
			expect(readFourWeeks(period?.id ?? "")).toEqual(period);
			const before = periodsBack(period ?? { id: "", weeks: [] }, 14);
			expect(before[0]).toEqual(period);
			const weeks = before.flatMap((one) => one.weeks);
			expect(new Set(weeks).size).toBe(weeks.length);
		}),
	);
});

test("figures of a period that still runs go up in fives", () => {
	const tally = (total: number | null) => ({
		measure: "m",
		item: "i",
		total,
		details: [{ detail: "d", count: total }],
	});
	const totals = [5, 9, 10, 14, null].map((total) => roundedDown([tally(total)])[0]);
	expect(totals.map((one) => [one?.total, one?.details[0]?.count])).toEqual([
		[5, 5],
		[5, 5],
		[10, 10],
		[10, 10],
		[null, null],
	]);
});
