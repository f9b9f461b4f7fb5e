import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { AnswerPromise, Hours } from "#domain/hours/hours.ts";
import { isOpen, nextClosing, nextOpening } from "#domain/hours/opening.ts";
import { promise } from "#domain/hours/promise.ts";
import { anyHours } from "#tests/domain/hours/any-hours.ts";
import { type Walk, walk } from "#tests/domain/hours/minute-by-minute.ts";

const MINUTE = 60_000;
const DAYS = 30;
/** Weeks with a clock change in London or New York, with Easter, with Christmas, and a plain one. */
const STARTS = ["2026-03-20", "2026-10-20", "2026-03-05", "2026-12-18", "2026-06-01", "2027-03-24"];
const HOLIDAYS = new Set([
	"2026-04-03",
	"2026-04-06",
	"2026-12-25",
	"2026-12-28",
	"2027-01-01",
	"2027-03-26",
	"2027-03-29",
]);

const datesNear = (start: string) =>
	Array.from({ length: 14 }, (_, day) => new Date(Date.parse(start) + day * 86_400_000).toISOString().slice(0, 10));

const anyCase = fc.constantFrom(...STARTS).chain((start) =>
	fc.record({
		hours: anyHours(datesNear(start)),
		start: fc.constant(Date.parse(start)),
		minutes: fc.array(fc.nat({ max: 12 * 1440 }), { minLength: 12, maxLength: 12 }),
	}),
);

const runs = { numRuns: 100 };

/** The first minute from `from` on for which it holds, null where the walk does not reach it. */
function firstMinute(walked: Walk, from: number, holds: (index: number) => boolean): number | null {
	for (let index = from; index < walked.open.length; index++) if (holds(index)) return index;
	return null;
}

const instant = (walked: Walk, index: number) => (walked.firstMinute + index) * MINUTE;

describe("hours agree with walking the clock minute by minute", () => {
	test("open now, next opening and next closing", () => {
		fc.assert(
			fc.property(anyCase, ({ hours, start, minutes }) => {
				const walked = walk(hours, start, DAYS, HOLIDAYS);
				for (const index of minutes) {
					const at = instant(walked, index);
					const open = walked.open[index] === true;
					expect(isOpen(hours, at, HOLIDAYS)).toBe(open);
					const turns = firstMinute(walked, index, (later) => walked.open[later] !== open);
					const expected = turns === null ? null : instant(walked, turns);
					if (open) {
						expect(nextOpening(hours, at, HOLIDAYS)).toBeNull();
						if (expected !== null) expect(nextClosing(hours, at, HOLIDAYS)).toBe(expected);
					} else {
						expect(nextClosing(hours, at, HOLIDAYS)).toBeNull();
						if (expected !== null) expect(nextOpening(hours, at, HOLIDAYS)).toBe(expected);
					}
				}
			}),
			runs,
		);
	});

	test("a count of working hours", () => {
		fc.assert(
			fc.property(anyCase, fc.constantFrom(0.5, 1, 4, 8, 16, 24, 37.5), ({ hours, start, minutes }, wanted) => {
				const walked = walk(hours, start, DAYS, HOLIDAYS);
				const line = withPromise(hours, { kind: "working_hours", hours: wanted });
				for (const index of minutes) {
					const expected = afterOpenMinutes(walked, index, wanted * 60);
					if (expected === null) continue;
					expect(promise(line, instant(walked, index), HOLIDAYS)).toBe(instant(walked, expected));
				}
			}),
			runs,
		);
	});

	test("close of business, and hours after it", () => {
		fc.assert(
			fc.property(anyCase, fc.constantFrom(0, 1, 8, 12), ({ hours, start, minutes }, wanted) => {
				const walked = walk(hours, start, DAYS, HOLIDAYS);
				const plus = withPromise(hours, { kind: "close_plus_working_hours", hours: wanted });
				for (const index of minutes) {
					const close = closeOfBusiness(walked, index);
					if (close === null) continue;
					const expected = wanted === 0 ? close : afterOpenMinutes(walked, close, wanted * 60);
					if (expected === null) continue;
					expect(promise(plus, instant(walked, index), HOLIDAYS)).toBe(instant(walked, expected));
				}
			}),
			runs,
		);
	});
});

function withPromise(hours: Hours, promised: AnswerPromise): Hours {
	return { ...hours, promise: promised };
}

function afterOpenMinutes(walked: Walk, from: number, wanted: number): number | null {
	let counted = 0;
	const last = firstMinute(walked, from, (index) => {
		if (walked.open[index]) counted++;
		return counted === wanted;
	});
	return last === null ? null : last + 1;
}

/** The last closing of the day on which the present or next opening began; null where the walk cannot tell. */
function closeOfBusiness(walked: Walk, from: number): number | null {
	const opening = firstMinute(walked, from, (index) => walked.open[index] === true);
	if (opening === null) return null;
	let begun = opening;
	while (begun > 0 && walked.open[begun - 1]) begun--;
	if (begun === 0) return null;
	const day = walked.dates[begun];
	let close = firstMinute(walked, opening, (index) => !walked.open[index]);
	while (close !== null) {
		const next = firstMinute(walked, close, (index) => walked.open[index] === true);
		if (next === null) return null;
		if (walked.dates[next] !== day) return close;
		close = firstMinute(walked, next, (index) => !walked.open[index]);
	}
	return null;
}
