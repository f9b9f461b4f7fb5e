import * as fc from "fast-check";
import { expect, test } from "vitest";
import { decodeRule, encodeRules } from "#domain/directory/search/encode-rules.ts";
import { holidayNumbers, londonMoment, type Moment } from "#domain/directory/search/moment.ts";
import { isOpen, openingHours, runsOn, spansOn } from "#domain/directory/search/timetable.ts";
import { timetableRules } from "#domain/directory/search/timetable-rule.ts";
import type { Schedule } from "#domain/directory/service.ts";
import { dayOf } from "#domain/hours/local-date.ts";

const rules = (...schedules: readonly Partial<Schedule>[]) =>
	schedules.flatMap((schedule) => timetableRules({ id: "s", ...schedule }, (notes) => notes.includes("bank holidays")));
/** London wall time. 23 November 2026 is a Monday, 25 December a Friday. */
const at = (date: string, minute: number, holidays: readonly string[] = []): Moment => ({
	day: dayOf(date) ?? 0,
	minute,
	holidays: holidayNumbers(holidays),
});

test("the opening minute is open, the closing minute is shut", () => {
	const monday = rules({ byday: "MO", opens_at: "09:00", closes_at: "12:00" });
	expect([539, 540, 719, 720].map((minute) => isOpen(monday, at("2026-11-23", minute)))).toEqual([
		false,
		true,
		true,
		false,
	]);
	expect(isOpen(monday, at("2026-11-24", 600))).toBe(false);
});

test("a night that began yesterday is still on after midnight", () => {
	const night = rules({ byday: "SU", opens_at: "22:00", closes_at: "03:00" });
	expect(isOpen(night, at("2026-11-23", 179))).toBe(true);
	expect(isOpen(night, at("2026-11-23", 180))).toBe(false);
});

test("on a bank holiday only what says so runs, and a night begun before it runs on", () => {
	const friday = { byday: "FR", opens_at: "10:00", closes_at: "16:00" };
	const christmas = ["2026-12-25"];
	expect(isOpen(rules(friday), at("2026-12-25", 660, christmas))).toBe(false);
	expect(isOpen(rules({ ...friday, notes: "including bank holidays" }), at("2026-12-25", 660, christmas))).toBe(true);
	const thursday = rules({ byday: "TH", opens_at: "20:00", closes_at: "04:00" });
	expect(isOpen(thursday, at("2026-12-25", 60, christmas))).toBe(true);
});

test("exceptions, first and last days hold", () => {
	const [rule] = rules({ byday: "MO", valid_from: "2026-11-02", valid_to: "2026-11-30", exceptions: ["2026-11-16"] });
	const runs = (date: string) => rule !== undefined && runsOn(rule, dayOf(date) ?? 0, new Set());
	expect(["2026-10-26", "2026-11-02", "2026-11-16", "2026-11-30", "2026-12-07"].map(runs)).toEqual([
		false,
		true,
		false,
		true,
		false,
	]);
});

test("every second week, the last Friday and the 31st fall where a calendar says", () => {
	const dates = (schedule: Partial<Schedule>, from: string, days: number) =>
		Array.from({ length: days }, (_, offset) => (dayOf(from) ?? 0) + offset).filter((day) =>
			rules(schedule).some((rule) => runsOn(rule, day, new Set())),
		);
	const numbers = (...found: readonly string[]) => found.map((date) => dayOf(date));
	expect(dates({ freq: "WEEKLY", interval: 2, byday: "TU", dtstart: "2026-11-03" }, "2026-11-01", 30)).toEqual(
		numbers("2026-11-03", "2026-11-17"),
	);
	expect(dates({ freq: "MONTHLY", byday: "-1FR" }, "2026-11-01", 61)).toEqual(numbers("2026-11-27", "2026-12-25"));
	expect(dates({ freq: "MONTHLY", bymonthday: "31" }, "2026-11-01", 61)).toEqual(numbers("2026-12-31"));
});

test("touching and overlapping spans are shown as one, and the next opening is found across days", () => {
	const week = rules(
		{ byday: "MO", opens_at: "09:00", closes_at: "12:00" },
		{ byday: "MO", opens_at: "12:00", closes_at: "13:30" },
		{ byday: "TH", opens_at: "18:00", closes_at: "20:00" },
	);
	expect(spansOn(week, dayOf("2026-11-23") ?? 0, new Set())).toEqual([{ opens: 540, closes: 810 }]);
	expect(openingHours(week, at("2026-11-23", 900), false)).toEqual({
		today: [["09:00", "13:30"]],
		next: { date: "2026-11-26", opens: "18:00", closes: "20:00" },
	});
	expect(openingHours(week, at("2026-11-23", 600), true).next).toBeNull();
	expect(openingHours([], at("2026-11-23", 600), false)).toEqual({ today: [], next: null });
});

test("an instant is read by London's clocks, summer and winter", () => {
	expect(londonMoment(new Date("2026-07-01T23:30:00Z"), [])).toMatchObject({ day: dayOf("2026-07-02"), minute: 30 });
	expect(londonMoment(new Date("2026-12-01T23:30:00Z"), [])).toMatchObject({ day: dayOf("2026-12-01"), minute: 1410 });
});

test("rules come back from their bytes as they went in", () => {
	const day = fc.constantFrom("MO", "1TU", "-1FR", "WE,SA");
	const date = fc.constantFrom("2026-01-05", "2026-11-23", "2030-02-28");
	const schedule = fc.record(
		{
			byday: day,
			interval: fc.integer({ min: 1, max: 6 }),
			valid_from: date,
			valid_to: date,
			opens_at: fc.constantFrom("00:00", "09:15", "21:00"),
			closes_at: fc.constantFrom("00:00", "12:30", "24:00"),
			notes: fc.constantFrom("", "including bank holidays"),
			exceptions: fc.array(date, { maxLength: 2 }),
		},
		{ requiredKeys: ["byday"] },
	);
	fc.assert(
		fc.property(fc.array(fc.array(schedule, { maxLength: 3 }), { maxLength: 5 }), (records) => {
			const timetables = records.map((schedules) => rules(...schedules));
			const encoded = encodeRules(timetables);
			const decoded = timetables.map((_, record) =>
				Array.from({ length: (encoded.offsets[record + 1] ?? 0) - (encoded.offsets[record] ?? 0) }, (_each, index) =>
					decodeRule(encoded.rules, encoded.exceptions, (encoded.offsets[record] ?? 0) + index),
				),
			);
			expect(decoded).toEqual(timetables.map((list) => list.map((rule) => ({ ...rule }))));
		}),
	);
});
