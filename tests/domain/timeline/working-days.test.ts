import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dateOf, dayOf } from "#domain/hours/local-date.ts";
import { addWorkingDays, isWorkingDay } from "#domain/timeline/working-days.ts";

const days = fc.integer({ min: dayOf("2024-01-01") ?? 0, max: dayOf("2028-12-31") ?? 0 });
const counts = fc.nat({ max: 70 });
const holidays = fc.array(days, { maxLength: 40 }).map((all) => new Set(all.map(dateOf)));

describe("working days", () => {
	test.each([
		["the day itself is not counted", "2026-03-02", 1, "2026-03-03"],
		["a weekend is passed over", "2026-03-06", 1, "2026-03-09"],
		["a start on a Saturday counts from Monday", "2026-03-07", 1, "2026-03-09"],
		["bank holidays are passed over", "2026-12-24", 1, "2026-12-29"],
		["a start on a bank holiday counts from the next working day", "2026-12-28", 1, "2026-12-29"],
		["none is the day itself, even on a Sunday", "2026-03-08", 0, "2026-03-08"],
	])("%s", (_, from, count, expected) => {
		const official = new Set(["2026-12-25", "2026-12-28"]);
		expect(dateOf(addWorkingDays(dayOf(from) ?? 0, count, official))).toBe(expected);
	});

	test("adding twice is adding the sum", () => {
		fc.assert(
			fc.property(days, counts, counts, holidays, (day, first, second, shut) => {
				const inTwo = addWorkingDays(addWorkingDays(day, first, shut), second, shut);
				expect(inTwo).toBe(addWorkingDays(day, first + second, shut));
			}),
		);
	});

	test("as many working days lie after the event, up to the date, as were counted", () => {
		fc.assert(
			fc.property(days, fc.integer({ min: 1, max: 70 }), holidays, (day, count, shut) => {
				const end = addWorkingDays(day, count, shut);
				const between = Array.from({ length: end - day }, (_, index) => day + 1 + index);
				expect(between.filter((each) => isWorkingDay(each, shut))).toHaveLength(count);
				expect(isWorkingDay(end, shut)).toBe(true);
			}),
		);
	});

	test("one more bank holiday never brings a date forward", () => {
		fc.assert(
			fc.property(days, counts, holidays, days, (day, count, shut, extra) => {
				const more = new Set([...shut, dateOf(extra)]);
				expect(addWorkingDays(day, count, more)).toBeGreaterThanOrEqual(addWorkingDays(day, count, shut));
			}),
		);
	});
});
