import { expect, test } from "vitest";
import { NO_LIMIT, NO_TIME, REPEATS, timetableRules } from "#domain/directory/search/timetable-rule.ts";
import type { Schedule } from "#domain/directory/service.ts";
import { dayOf } from "#domain/hours/local-date.ts";

const rules = (schedule: Partial<Schedule>) => timetableRules({ id: "s", ...schedule }, () => false);

test("a weekly line gives one rule a day, with its times", () => {
	expect(rules({ freq: "WEEKLY", byday: "MO,WE", opens_at: "09:30", closes_at: "12:00" })).toMatchObject([
		{ repeats: REPEATS.weekly, day: 0, opens: 570, closes: 720, from: NO_LIMIT, to: NO_LIMIT },
		{ repeats: REPEATS.weekly, day: 2, opens: 570, closes: 720 },
	]);
});

test("a line that ends after midnight runs on into the next day, one that is too long for a night has no times", () => {
	expect(rules({ byday: "FR", opens_at: "20:00", closes_at: "02:00" })).toMatchObject([{ opens: 1200, closes: 1560 }]);
	expect(rules({ byday: "FR", opens_at: "10:00", closes_at: "09:00" })).toMatchObject([{ opens: NO_TIME }]);
});

test.each([
	["00:00", "00:00"],
	["00:00", "23:59"],
	["00:00", "24:00"],
])("from %s to %s is all day", (opens_at, closes_at) => {
	expect(rules({ byday: "SU", opens_at, closes_at })).toMatchObject([{ opens: 0, closes: 1440 }]);
});

test("the first Monday, the last Friday and the 15th are kept as such", () => {
	expect(rules({ freq: "MONTHLY", byday: "1MO,-1FR" })).toMatchObject([
		{ repeats: REPEATS.monthlyWeekday, day: 0, nth: 1 },
		{ repeats: REPEATS.monthlyWeekday, day: 4, nth: -1 },
	]);
	expect(rules({ freq: "MONTHLY", bymonthday: "15" })).toMatchObject([{ repeats: REPEATS.monthDay, day: 15 }]);
});

test("a first date stands in where no day is named, and ends are the earliest of those given", () => {
	expect(rules({ freq: "WEEKLY", dtstart: "2026-11-24" })).toMatchObject([{ repeats: REPEATS.weekly, day: 1 }]);
	expect(rules({ dtstart: "2026-11-24" })).toMatchObject([{ repeats: REPEATS.once, from: dayOf("2026-11-24") }]);
	expect(rules({ byday: "TU", dtstart: "2026-11-24", count: 2, valid_to: "2027-12-31" })).toMatchObject([
		{ to: (dayOf("2026-11-24") ?? 0) + 13 },
	]);
});

test("a line that names no day yields nothing rather than a guess", () => {
	expect(rules({ opens_at: "09:00", closes_at: "17:00" })).toEqual([]);
	expect(rules({ byday: "XX" })).toEqual([]);
});
