import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayOf, weekdayIndex } from "#domain/hours/local-date.ts";
import { judgeHolidays } from "#domain/hours/published-holidays.ts";

/** Eight weekdays a year, as regular as no real list is. */
const year = (of: number) =>
	["01-05", "03-20", "04-10", "05-04", "05-25", "08-27", "12-14", "12-23"].map((day) => toWeekday(`${of}-${day}`));
const KNOWN = new Set([2025, 2026, 2027].flatMap(year));
const TODAY = "2026-11-24";

function toWeekday(date: string): string {
	const day = dayOf(date) ?? 0;
	const later = day + Math.max(0, 7 - weekdayIndex(day)) * (weekdayIndex(day) >= 5 ? 1 : 0);
	return new Date(later * 86_400_000).toISOString().slice(0, 10);
}

const listOf = (dates: readonly string[]) => ({
	"england-and-wales": {
		division: "england-and-wales",
		events: dates.map((date) => ({ title: "x", date, notes: "" })),
	},
	scotland: { events: [{ nonsense: true }] },
});
const judge = (dates: readonly string[]) => judgeHolidays(KNOWN, listOf(dates), TODAY);

describe("a published list of bank holidays", () => {
	test("that reaches further is believed, and our own older years stay", () => {
		const newer = [2026, 2027, 2028].flatMap(year);
		expect(judge([...year(2025).slice(-1), ...newer]).kind).toBe("doubted");
		const judged = judgeHolidays(KNOWN, listOf([...year(2025), ...newer]), TODAY);
		expect(judged).toEqual({ kind: "believed", dates: [...year(2025), ...newer] });
		const older = judgeHolidays(new Set([...year(2019), ...KNOWN]), listOf([...year(2025), ...newer]), TODAY);
		expect(older.kind === "believed" && older.dates.slice(0, 8)).toEqual(year(2019));
	});

	test("with one day more, and one moved, is believed", () => {
		const extra = [...KNOWN, "2027-06-07"];
		expect(judge(extra).kind).toBe("believed");
		const may = year(2027)[3] ?? "";
		expect(judge([...KNOWN].filter((date) => date !== may).concat("2027-05-06")).kind).toBe("believed");
	});

	test("that lacks a day of the last year, or of the next two weeks, is doubted", () => {
		const summer = year(2026)[5] ?? "";
		expect(judge([...KNOWN, "2026-06-08"].filter((date) => date !== summer))).toMatchObject({ kind: "doubted" });
		const soon = year(2026)[6] ?? "";
		const near = judgeHolidays(KNOWN, listOf([...KNOWN, "2026-06-08"].filter((date) => date !== soon)), "2026-12-07");
		expect(near.kind).toBe("doubted");
	});

	test("that lacks three coming days, or a whole year, is doubted", () => {
		const gone = new Set(year(2027).slice(1, 4));
		const instead = ["2027-06-07", "2027-06-08", "2027-06-09"];
		expect(judge([...KNOWN].filter((date) => !gone.has(date)).concat(instead)).kind).toBe("doubted");
		expect(judge([2025, 2026].flatMap(year)).kind).toBe("doubted");
		expect(judge([2024, 2026, 2027].flatMap(year)).kind).toBe("doubted");
	});

	test.each([
		["a Saturday", [...KNOWN, "2027-06-05"]],
		["no date", [...KNOWN, "2027-02-30"]],
		["a year of seven days", [...KNOWN, ...year(2028).slice(1)]],
		["a year of thirteen", [...KNOWN, ...["07", "08", "09", "10", "11"].map((day) => `2027-06-${day}`)]],
		["nothing", []],
		["the next century", [...KNOWN, ...Array.from({ length: 73 }, (_, i) => year(2028 + i)).flat()]],
	])("with %s in it is doubted", (_what, dates) => {
		expect(judge(dates).kind).toBe("doubted");
	});

	test("of whatever form is judged and never throws, and nothing but a list is believed", () => {
		fc.assert(
			fc.property(fc.oneof(fc.anything(), fc.json()), (value) => {
				expect(judgeHolidays(KNOWN, value, TODAY).kind).toBe("doubted");
			}),
		);
	});

	test("that is believed never takes a known day of the last year away", () => {
		const days = [...KNOWN, ...year(2028)];
		fc.assert(
			fc.property(fc.subarray(days), fc.subarray(["2027-06-07", "2027-06-08", "2028-06-07"]), (some, more) => {
				const judged = judge([...some, ...more]);
				if (judged.kind === "doubted") return;
				const kept = new Set(judged.dates);
				expect([...KNOWN].filter((date) => date > "2025-11-24" && date <= TODAY && !kept.has(date))).toEqual([]);
				expect([...KNOWN].filter((date) => date > TODAY && !kept.has(date)).length).toBeLessThanOrEqual(2);
			}),
		);
	});
});
