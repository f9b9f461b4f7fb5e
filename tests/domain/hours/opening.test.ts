import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Hours } from "#domain/hours/hours.ts";
import { describeNextOpening, isOpen, nextClosing, nextOpening } from "#domain/hours/opening.ts";
import { formatInstant } from "#domain/hours/zone-clock.ts";
import { anyHours } from "#tests/domain/hours/any-hours.ts";
import { always, at, HOLIDAYS, office, outOfHours } from "#tests/domain/hours/example-hours.ts";

const shown = (instant: number | null) => (instant === null ? null : formatInstant("Europe/London", instant));
const next = (hours: Hours, when: string) => shown(nextOpening(hours, at(when), HOLIDAYS));

describe("open now", () => {
	test.each([
		["the opening instant is open", office(), "2026-11-23 09:00", true],
		["the instant before is shut", office(), "2026-11-23T08:59:59.999Z", false],
		["the last instant is open", office(), "2026-11-23T16:59:59.999Z", true],
		["the closing instant is shut", office(), "2026-11-23 17:00", false],
		["lunch is shut", office(), "2026-11-23 12:30", false],
		["a weekend span is open on the day in between", outOfHours(), "2026-11-22 12:00", true],
		["a weekend span is shut when it ends", outOfHours(), "2026-11-23 08:00", false],
		["closed: a bank holiday Monday is shut", office(), "2026-12-28 10:00", false],
		["all_day: a bank holiday is open in the morning", outOfHours(), "2026-12-28 10:00", true],
		["all_day: the night that starts on a bank holiday runs on", outOfHours(), "2026-12-29 07:59", true],
		["all_day: the weekend that starts on Christmas Day runs on", outOfHours(), "2026-12-26 12:00", true],
		["an exception replaces its date", office(), "2026-12-24 12:00", false],
		["an exception keeps its own times", office(), "2026-12-24 11:59", true],
		["always open is open", always(), "2026-12-25 03:00", true],
	])("%s", (_, hours, when, expected) => {
		expect(isOpen(hours, at(when), HOLIDAYS)).toBe(expected);
	});

	const night = {
		weekly: [
			{ from: "Thu 20:00", to: "Fri 08:00" },
			{ from: "Fri 20:00", to: "Sat 08:00" },
		],
	};

	test("closed: a span begun the evening before runs on into the holiday, and none starts on it", () => {
		const hours = Hours.parse({ ...night, bank_holidays: "closed" });
		expect(isOpen(hours, at("2026-12-25 07:59"), HOLIDAYS)).toBe(true);
		expect(isOpen(hours, at("2026-12-25 21:00"), HOLIDAYS)).toBe(false);
		expect(isOpen(hours, at("2026-12-26 07:00"), HOLIDAYS)).toBe(false);
	});

	test("times for bank holidays stand instead of the usual ones, up to midnight", () => {
		const hours = Hours.parse({ ...night, bank_holidays: { open: [["09:00", "24:00"]] } });
		expect(isOpen(hours, at("2026-12-25 23:59"), HOLIDAYS)).toBe(true);
		expect(isOpen(hours, at("2026-12-26 00:00"), HOLIDAYS)).toBe(false);
	});

	test("an exception beats the bank holiday, and lets yesterday's night run on", () => {
		const exceptions = [{ date: "2026-12-25", open: [["10:00", "11:00"]] }];
		const hours = Hours.parse({ ...night, bank_holidays: "all_day", exceptions });
		expect(isOpen(hours, at("2026-12-25 07:00"), HOLIDAYS)).toBe(true);
		expect(isOpen(hours, at("2026-12-25 09:00"), HOLIDAYS)).toBe(false);
		expect(isOpen(hours, at("2026-12-25 10:30"), HOLIDAYS)).toBe(true);
	});

	test("a Boxing Day on a Saturday is no bank holiday", () => {
		const hours = Hours.parse({ weekly: [{ from: "Sat 09:00", to: "12:00" }], bank_holidays: "closed" });
		expect(isOpen(hours, at("2026-12-26 10:00"), HOLIDAYS)).toBe(true);
	});
});

describe("next opening", () => {
	test("is null when open now", () => {
		expect(next(office(), "2026-11-23 09:00")).toBeNull();
	});

	test("passes over a weekend, a bank holiday and a half day", () => {
		expect(next(office(), "2026-12-24 12:00")).toBe("2026-12-29T09:00:00+00:00");
	});

	test("after lunch is the same afternoon", () => {
		expect(next(office(), "2026-11-23 12:45")).toBe("2026-11-23T13:30:00+00:00");
	});

	test("is told with the offset of the day on which it opens", () => {
		expect(next(office(), "2027-03-25 18:00")).toBe("2027-03-30T09:00:00+01:00");
	});

	test("is null for hours that never open", () => {
		expect(next(Hours.parse({ weekly: [] }), "2026-11-23 09:00")).toBeNull();
	});

	test("is found a year ahead", () => {
		const hours = Hours.parse({ weekly: [], exceptions: [{ date: "2027-11-01", open: [["10:00", "11:00"]] }] });
		expect(next(hours, "2026-11-23 09:00")).toBe("2027-11-01T10:00:00+00:00");
	});

	test("a span inside the hour that the clocks skip does not happen", () => {
		const hours = Hours.parse({ weekly: [{ from: "Sun 01:00", to: "02:00" }] });
		expect(next(hours, "2026-03-28 12:00")).toBe("2026-04-05T01:00:00+01:00");
	});

	test("comes in parts, with the days until then", () => {
		expect(describeNextOpening(office(), at("2026-12-24 12:00"), HOLIDAYS)).toEqual({
			weekday: "Tue",
			date: "2026-12-29",
			time: "09:00",
			days_away: 5,
		});
		expect(describeNextOpening(office(), at("2026-11-23 10:00"), HOLIDAYS)).toBeNull();
	});

	test("it is shut until then and open from then on", () => {
		const start = Date.parse("2026-10-20");
		const dates = ["2026-10-24", "2026-10-25", "2026-10-26"];
		const minutes = fc.nat({ max: 14 * 1440 });
		fc.assert(
			fc.property(anyHours(dates), minutes, minutes, (hours, minute, between) => {
				const now = start + minute * 60_000;
				const opening = nextOpening(hours, now, HOLIDAYS);
				if (opening === null) return;
				expect(isOpen(hours, opening, HOLIDAYS)).toBe(true);
				expect(isOpen(hours, opening - 1, HOLIDAYS)).toBe(false);
				expect(isOpen(hours, Math.min(opening - 1, now + between * 60_000), HOLIDAYS)).toBe(false);
			}),
		);
	});
});

describe("next closing", () => {
	test("spans that touch are one", () => {
		const weekly = [
			{ from: "Mon 09:00", to: "13:00" },
			{ from: "Mon 13:00", to: "Mon 24:00" },
			{ from: "Tue 00:00", to: "02:00" },
		];
		expect(shown(nextClosing(Hours.parse({ weekly }), at("2026-11-23 10:00"), HOLIDAYS))).toBe(
			"2026-11-24T02:00:00+00:00",
		);
	});

	test("is null when shut, and when it never closes", () => {
		expect(nextClosing(office(), at("2026-11-22 10:00"), HOLIDAYS)).toBeNull();
		expect(nextClosing(always(), at("2026-11-22 10:00"), HOLIDAYS)).toBeNull();
	});
});
