import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addMonths, dateOf, dayOf, weekdayOf } from "#domain/hours/local-date.ts";

const days = fc.integer({ min: -20_000, max: 60_000 });

describe("dates", () => {
	test("a day number and its date are two names for one day", () => {
		fc.assert(fc.property(days, (day) => dayOf(dateOf(day)) === day));
	});

	test.each(["2026-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "01-01-2026", "2026-01-01T00:00Z", ""])(
		"%j is no date",
		(text) => {
			expect(dayOf(text)).toBeNull();
		},
	);

	test.each([
		["1970-01-01", "Thu"],
		["1969-12-31", "Wed"],
		["2026-12-25", "Fri"],
		["2028-02-29", "Tue"],
	])("%s is a %s", (date, weekday) => {
		expect(weekdayOf(dayOf(date) ?? 0)).toBe(weekday);
	});

	test.each([
		["2026-11-30", 3, "2027-02-28"],
		["2027-11-30", 3, "2028-02-29"],
		["2026-08-31", 1, "2026-09-30"],
		["2026-08-31", 6, "2027-02-28"],
		["2026-12-15", 1, "2027-01-15"],
		["2026-02-28", 1, "2026-03-28"],
	])("%s and %i months is %s", (date, months, expected) => {
		expect(dateOf(addMonths(dayOf(date) ?? 0, months))).toBe(expected);
	});
});
