import * as fc from "fast-check";
import { expect, test } from "vitest";
import { calendarOf } from "#domain/directory/calendar.ts";
import { runsOn } from "#domain/directory/search/timetable.ts";
import { timetableRules } from "#domain/directory/search/timetable-rule.ts";
import type { Schedule, Service } from "#domain/directory/service.ts";
import { dateOf, dayOf } from "#domain/hours/local-date.ts";
import { anyService } from "#tests/support/any-service.ts";
import { aLocation, aService, placed } from "#tests/support/directory.ts";

const AT = new Date("2026-11-24T10:00:00Z");
const HOLIDAYS = ["2026-12-25", "2026-12-28", "2027-01-01", "2027-03-26", "2027-03-29", "2027-05-03"];
const calendar = (service: Service) => calendarOf({ service, at: AT, holidays: HOLIDAYS, holidaysToo: () => false });
const withLine = (line: Partial<Schedule>) => aService(1, { schedules: [{ id: "s", ...line }] });
/** The calendar's lines, unfolded. */
const linesOf = (text: string) => text.replaceAll("\r\n ", "").split("\r\n");
const line = (text: string, name: string) =>
	linesOf(text).find(
		(one) => one.startsWith(name) && !one.includes("1997") && !one.includes("1996") && !one.includes("YEARLY"),
	);

test("a weekly session on London's clocks, without bank holidays and its own exceptions", () => {
	const text = calendar(
		withLine({
			freq: "WEEKLY",
			byday: "FR",
			opens_at: "09:30",
			closes_at: "11:00",
			valid_from: "2026-11-01",
			valid_to: "2027-06-30",
			exceptions: ["2026-12-18", "2026-12-19"],
		}),
	);
	expect(line(text, "DTSTART")).toBe("DTSTART;TZID=Europe/London:20261106T093000");
	expect(line(text, "DTEND")).toBe("DTEND;TZID=Europe/London:20261106T110000");
	expect(line(text, "RRULE")).toBe("RRULE:FREQ=WEEKLY;WKST=MO;BYDAY=FR;UNTIL=20270630T083000Z");
	expect(line(text, "EXDATE")).toBe(
		"EXDATE;TZID=Europe/London:20261218T093000,20261225T093000,20270101T093000,20270326T093000",
	);
});

test("an evening that ends after midnight, a day without times, a single day, a last Friday", () => {
	expect(
		line(calendar(withLine({ freq: "WEEKLY", byday: "FR", opens_at: "22:00", closes_at: "02:00" })), "DTEND"),
	).toBe("DTEND;TZID=Europe/London:20261128T020000");
	expect(line(calendar(withLine({ freq: "WEEKLY", byday: "FR" })), "DTSTART")).toBe("DTSTART;VALUE=DATE:20261127");
	expect(
		line(calendar(withLine({ dtstart: "2027-02-03", opens_at: "10:00", closes_at: "12:00" })), "RRULE"),
	).toBeUndefined();
	expect(
		line(calendar(withLine({ freq: "MONTHLY", byday: "-1FR", opens_at: "10:00", closes_at: "12:00" })), "RRULE"),
	).toBe("RRULE:FREQ=MONTHLY;BYDAY=-1FR");
});

test("a service that is closed for now has no sessions", () => {
	expect(calendar({ ...withLine({ freq: "WEEKLY", byday: "FR" }), status: "temporarily closed" })).not.toContain(
		"VEVENT",
	);
});

test("a text cannot break out of its line", () => {
	const text = calendar({
		...placed(withLine({ freq: "WEEKLY", byday: "FR" }), aLocation(1)),
		name: "A; b, c\\ d\r\nATTACH:x",
	});
	expect(line(text, "SUMMARY")).toBe("SUMMARY:A\\; b\\, c\\\\ d\\nATTACH:x");
	expect(line(text, "LOCATION")).toBe("LOCATION:Centre 1\\, 1 High Street\\, Zedton\\, ZZ1 1AA");
	expect(linesOf(text).some((one) => one.startsWith("ATTACH"))).toBe(false);
});

test("whatever the record, each line has at most 75 bytes, ends as it should, and every event is whole", () => {
	fc.assert(
		fc.property(anyService, (service) => {
			const text = calendar({ ...service, status: "active" });
			expect(text.endsWith("END:VCALENDAR\r\n")).toBe(true);
			for (const one of text.split("\r\n")) {
				expect(new TextEncoder().encode(one).length).toBeLessThanOrEqual(75);
				expect(one).not.toMatch(/[\r\n]/);
			}
			const count = (start: string) => linesOf(text).filter((one) => one.startsWith(start)).length;
			expect(count("BEGIN:VEVENT")).toBe(count("END:VEVENT"));
			expect(count("UID:")).toBe(count("BEGIN:VEVENT"));
			expect(count("DTEND")).toBe(count("BEGIN:VEVENT"));
		}),
	);
});

/** The London date of "20270422T230000Z", which is the day after, or of "20270423". */
function londonDate(value: string): string {
	const date = `${value.slice(0, 4)}-${value.slice(4, 6)}-${value.slice(6, 8)}`;
	if (value.length === 8) return date;
	const instant = new Date(`${date}T${value.slice(9, 11)}:${value.slice(11, 13)}:00Z`);
	return new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/London", dateStyle: "short" }).format(instant);
}

/** The days of an event within a year, worked out from the calendar's own lines alone. */
function daysOf(text: string): readonly string[] {
	const stamp = (value: string) => `${value.slice(0, 4)}-${value.slice(4, 6)}-${value.slice(6, 8)}`;
	const start = dayOf(stamp(line(text, "DTSTART")?.split(":")[1] ?? "")) ?? 0;
	const rule = Object.fromEntries((line(text, "RRULE")?.slice(6) ?? "").split(";").map((part) => part.split("=")));
	const left = new Set((line(text, "EXDATE")?.split(":")[1] ?? "").split(",").map(stamp));
	const until = rule["UNTIL"] === undefined ? "9999" : londonDate(rule["UNTIL"]);
	const interval = Number(rule["INTERVAL"] ?? 1);
	const weekday = (day: number) => ["SU", "MO", "TU", "WE", "TH", "FR", "SA"][new Date(day * 86_400_000).getUTCDay()];
	const monday = (day: number) => day - ((new Date(day * 86_400_000).getUTCDay() + 6) % 7);
	const months = (day: number) => Number(dateOf(day).slice(0, 4)) * 12 + Number(dateOf(day).slice(5, 7));
	const lastOf = (day: number) => dateOf(day + 1).slice(8) === "01";
	const found: string[] = [];
	for (let day = start; day < start + 500; day += 1) {
		const date = dateOf(day);
		const inMonth = Number(date.slice(8));
		const nth = /^(-?\d)?(\w\w)$/.exec(rule["BYDAY"] ?? "");
		const fits =
			rule["FREQ"] === undefined
				? day === start
				: rule["FREQ"] === "WEEKLY"
					? weekday(day) === rule["BYDAY"] && ((monday(day) - monday(start)) / 7) % interval === 0
					: (months(day) - months(start)) % interval === 0 &&
						(rule["BYMONTHDAY"] === undefined
							? weekday(day) === nth?.[2] &&
								(nth?.[1] === "-1"
									? dateOf(day + 7).slice(5, 7) !== date.slice(5, 7)
									: Math.ceil(inMonth / 7) === Number(nth?.[1]))
							: rule["BYMONTHDAY"] === "-1"
								? lastOf(day)
								: inMonth === Number(rule["BYMONTHDAY"]));
		if (fits && date <= until && !left.has(date)) found.push(date);
	}
	return found;
}

test("the days of the calendar are the days on which search says that it runs", () => {
	const near = fc.integer({ min: -60, max: 200 }).map((days) => dateOf(Math.floor(AT.getTime() / 86_400_000) + days));
	const time = fc.constantFrom("00:00", "00:30", "09:15", "23:30");
	const timed = fc.record(
		{
			byday: fc.constantFrom("MO", "FR", "SU", "1FR", "3TU", "5WE", "-1SA"),
			bymonthday: fc.constantFrom("1", "29", "31", "-1"),
			freq: fc.constantFrom("WEEKLY" as const, "MONTHLY" as const),
			interval: fc.integer({ min: 1, max: 4 }),
			valid_from: near,
			valid_to: near,
			dtstart: near,
			opens_at: time,
			closes_at: fc.constantFrom("10:00", "23:59"),
			exceptions: fc.array(near, { maxLength: 5 }),
		},
		{ requiredKeys: [] },
	);
	const shut = new Set(HOLIDAYS.flatMap((date) => dayOf(date) ?? []));
	const today = Math.floor(AT.getTime() / 86_400_000);
	fc.assert(
		fc.property(timed, (given) => {
			const schedule = { id: "s", ...given };
			const [rule, ...more] = timetableRules(schedule, () => false);
			fc.pre(rule !== undefined && more.length === 0);
			const text = calendar(aService(1, { schedules: [schedule] }));
			const begins = given.valid_from ?? given.dtstart;
			const from = begins === undefined ? today : (dayOf(begins) ?? 0);
			// An event ends a long time after its first day; both are compared over the same days.
			const expected = Array.from({ length: 400 }, (_, n) => from + n).filter((day) => rule && runsOn(rule, day, shut));
			const got = text.includes("BEGIN:VEVENT") ? daysOf(text).filter((date) => (dayOf(date) ?? 0) < from + 400) : [];
			expect(got).toEqual(expected.map(dateOf));
		}),
		{ numRuns: 1500 },
	);
});
