import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { AnswerPromise, Hours } from "#domain/hours/hours.ts";
import { promise } from "#domain/hours/promise.ts";
import { formatInstant } from "#domain/hours/zone-clock.ts";
import { anyHours } from "#tests/domain/hours/any-hours.ts";
import { always, at, HOLIDAYS, office, outOfHours } from "#tests/domain/hours/example-hours.ts";

const promised = (hours: Hours, when: string) => {
	const by = promise(hours, at(when), HOLIDAYS);
	return by === null ? null : formatInstant("Europe/London", by);
};

const working = (hours: number): AnswerPromise => ({ kind: "working_hours", hours });
const afterClose = (hours: number): AnswerPromise => ({ kind: "close_plus_working_hours", hours });
const closeIf = (cutoff: string): AnswerPromise => ({ kind: "close_of_business", cutoff });

describe("working hours", () => {
	test.each([
		["run over lunch", office(working(4)), "2026-11-23 10:00", "2026-11-23T15:00:00+00:00"],
		["end at the close they reach", office(working(7)), "2026-11-23 09:00", "2026-11-23T17:00:00+00:00"],
		["end at lunch when they reach it", office(working(3.5)), "2026-11-23 09:00", "2026-11-23T12:30:00+00:00"],
		["start at the next opening", office(working(1)), "2026-11-22 10:00", "2026-11-23T10:00:00+00:00"],
		["pass over Christmas", office(working(4)), "2026-12-24 10:00", "2026-12-29T11:00:00+00:00"],
		["of none are now when open", office(working(0)), "2026-11-23 10:00", "2026-11-23T10:00:00+00:00"],
		["of none are the next opening when shut", office(working(0)), "2026-11-23 18:00", "2026-11-24T09:00:00+00:00"],
		["are real hours when clocks go forward", always(working(24)), "2027-03-27 12:00", "2027-03-28T13:00:00+01:00"],
		["are real hours when clocks go back", always(working(24)), "2026-10-24 12:00", "2026-10-25T11:00:00+00:00"],
		["count the short night of March", outOfHours(working(12)), "2026-03-28 22:00", "2026-03-29T11:00:00+01:00"],
	])("%s", (_, hours, when, expected) => {
		expect(promised(hours, when)).toBe(expected);
	});
});

describe("close of business plus working hours", () => {
	test.each([
		["counts from that day's close", office(afterClose(7)), "2026-11-23 10:00", "2026-11-24T17:00:00+00:00"],
		[
			"counts a request before opening as that day's",
			office(afterClose(7)),
			"2026-11-23 07:00",
			"2026-11-24T17:00:00+00:00",
		],
		["does not take lunch for the close", office(afterClose(7)), "2026-11-23 12:45", "2026-11-24T17:00:00+00:00"],
		[
			"counts a request after the close as the next day's",
			office(afterClose(7)),
			"2026-11-23 17:00",
			"2026-11-25T17:00:00+00:00",
		],
		[
			"counts a request at the weekend as Monday's",
			office(afterClose(1)),
			"2026-11-22 10:00",
			"2026-11-24T10:00:00+00:00",
		],
		["of no hours is the close itself", office(afterClose(0)), "2026-11-23 10:00", "2026-11-23T17:00:00+00:00"],
		["passes over Christmas", office(afterClose(7)), "2026-12-24 10:00", "2026-12-29T17:00:00+00:00"],
	])("%s", (_, hours, when, expected) => {
		expect(promised(hours, when)).toBe(expected);
	});

	test("is nothing for a line that never closes", () => {
		expect(promised(always(afterClose(8)), "2026-11-23 10:00")).toBeNull();
	});
});

describe("close of business with a cut-off", () => {
	test.each([
		["before the cut-off, that day", "2026-11-23 14:59", "2026-11-23T17:00:00+00:00"],
		["at the cut-off, the next day", "2026-11-23 15:00", "2026-11-24T17:00:00+00:00"],
		["before opening, that day", "2026-11-23 06:00", "2026-11-23T17:00:00+00:00"],
		["at lunch, that day", "2026-11-23 13:00", "2026-11-23T17:00:00+00:00"],
		["on a Friday after the cut-off, Monday", "2026-11-20 16:00", "2026-11-23T17:00:00+00:00"],
		["on a Sunday, Monday", "2026-11-22 10:00", "2026-11-23T17:00:00+00:00"],
		["on a Sunday evening, still Monday", "2026-11-22 20:00", "2026-11-23T17:00:00+00:00"],
		["on a half day, its own close", "2026-12-24 11:00", "2026-12-24T12:00:00+00:00"],
		[
			"on a half day that is over, though before the cut-off, the next",
			"2026-12-24 13:00",
			"2026-12-29T17:00:00+00:00",
		],
	])("%s", (_, when, expected) => {
		expect(promised(office(closeIf("15:00")), when)).toBe(expected);
	});

	test("left out, the close itself is the cut-off", () => {
		expect(promised(office({ kind: "close_of_business" }), "2026-11-23 16:59")).toBe("2026-11-23T17:00:00+00:00");
	});
});

describe("any promise", () => {
	test("of the kind none is nothing", () => {
		expect(promised(office(), "2026-11-23 10:00")).toBeNull();
	});

	test("is never before the request, and never earlier for someone who asks later", () => {
		const kinds = fc.constantFrom(
			working(0),
			working(8),
			afterClose(0),
			afterClose(6),
			closeIf("12:00"),
			closeIf("24:00"),
		);
		const dates = ["2026-03-28", "2026-03-29", "2026-04-03", "2026-04-06"];
		const minutes = fc.nat({ max: 20 * 1440 });
		fc.assert(
			fc.property(anyHours(dates), kinds, minutes, minutes, (base, kind, first, second) => {
				const hours = { ...base, promise: kind };
				const start = Date.parse("2026-03-24");
				const early = start + Math.min(first, second) * 60_000;
				const late = start + Math.max(first, second) * 60_000;
				const forEarly = promise(hours, early, HOLIDAYS);
				const forLate = promise(hours, late, HOLIDAYS);
				if (forEarly === null || forLate === null) return;
				expect(forEarly).toBeGreaterThanOrEqual(early);
				expect(forLate).toBeGreaterThanOrEqual(forEarly);
			}),
			{ numRuns: 300 },
		);
	});
});
