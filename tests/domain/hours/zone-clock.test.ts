import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayOf } from "#domain/hours/local-date.ts";
import { formatInstant, instantAt, isZone, parseInstant, wallTimeAt } from "#domain/hours/zone-clock.ts";

const LONDON = "Europe/London";
const wall = (date: string, time: string, zone = LONDON) => {
	const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
	return new Date(instantAt(zone, dayOf(date) ?? 0, minutes)).toISOString();
};

describe("wall time to instant", () => {
	test.each([
		["in winter", "2026-12-29", "17:00", "2026-12-29T17:00:00.000Z"],
		["in summer", "2026-07-01", "09:00", "2026-07-01T08:00:00.000Z"],
		["at 24:00, the start of the next day", "2026-07-01", "24:00", "2026-07-01T23:00:00.000Z"],
		["just before the clocks go forward", "2026-03-29", "00:59", "2026-03-29T00:59:00.000Z"],
		["in the hour that is skipped, at the jump", "2026-03-29", "01:30", "2026-03-29T01:00:00.000Z"],
		["just after the clocks went forward", "2026-03-29", "02:00", "2026-03-29T01:00:00.000Z"],
		["in the hour that comes twice, the first time", "2026-10-25", "01:30", "2026-10-25T00:30:00.000Z"],
		["just after the hour that comes twice", "2026-10-25", "02:00", "2026-10-25T02:00:00.000Z"],
	])("%s", (_, date, time, expected) => {
		expect(wall(date, time)).toBe(expected);
	});

	test("never goes back as the wall time goes on, across both clock changes", () => {
		const zone = fc.constantFrom(LONDON, "America/St_Johns", "Australia/Lord_Howe", "Pacific/Apia");
		const anyDay = fc.constantFrom("2026-03-28", "2026-10-24", "2026-04-04", "2026-10-03", "2026-11-01");
		const minutes = fc.integer({ min: 0, max: 3 * 1440 });
		fc.assert(
			fc.property(zone, anyDay, minutes, minutes, (where, date, first, second) => {
				const day = dayOf(date) ?? 0;
				const [early, late] = [Math.min(first, second), Math.max(first, second)];
				expect(instantAt(where, day, early)).toBeLessThanOrEqual(instantAt(where, day, late));
			}),
		);
	});

	test("comes back as the same wall time, save in a skipped hour", () => {
		const anyMinute = fc.integer({ min: Date.parse("2024-01-01") / 60_000, max: Date.parse("2029-01-01") / 60_000 });
		fc.assert(
			fc.property(anyMinute, fc.constantFrom(LONDON, "Asia/Kathmandu", "America/New_York"), (minute, zone) => {
				const shown = wallTimeAt(zone, minute * 60_000);
				const again = wallTimeAt(zone, instantAt(zone, shown.day, shown.minute));
				expect(again).toEqual(shown);
			}),
			{ numRuns: 500 },
		);
	});
});

describe("an instant as text", () => {
	test.each([
		["2026-12-29T17:00:00Z", "2026-12-29T17:00:00+00:00"],
		["2026-07-01T08:00:00Z", "2026-07-01T09:00:00+01:00"],
		["2026-03-29T01:00:00Z", "2026-03-29T02:00:00+01:00"],
		["2026-07-01T08:00:00.250Z", "2026-07-01T09:00:00.250+01:00"],
	])("%s is written with London's offset", (utc, expected) => {
		expect(formatInstant(LONDON, Date.parse(utc))).toBe(expected);
	});

	test("an offset west of Greenwich keeps its minutes", () => {
		expect(formatInstant("America/St_Johns", Date.parse("2026-01-01T12:00:00Z"))).toBe("2026-01-01T08:30:00-03:30");
	});

	test.each([
		["2026-07-01T09:00+01:00", "2026-07-01T08:00:00Z"],
		["2026-07-01T08:00Z", "2026-07-01T08:00:00Z"],
		["2026-07-01 09:00", "2026-07-01T08:00:00Z"],
		["2026-07-01T09:00:30.5", "2026-07-01T08:00:30.500Z"],
		["2026-07-01T03:00:00-05:00", "2026-07-01T08:00:00Z"],
	])("%s is read, without an offset as London's wall clock", (text, expected) => {
		expect(parseInstant(text, LONDON)).toBe(Date.parse(expected));
	});

	test.each(["", "tomorrow", "2026-07-01", "2026-02-30T09:00Z", "2026-07-01T24:00Z", "2026-07-01T09:00+1"])(
		"%j is no instant",
		(text) => {
			expect(parseInstant(text, LONDON)).toBeNull();
		},
	);

	test("a zone is one that the platform knows", () => {
		expect([isZone(LONDON), isZone("UTC"), isZone("Europe/Stockport"), isZone("")]).toEqual([true, true, false, false]);
	});
});
