import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { faultKind } from "#domain/jobs/fault-kind.ts";
import { isLate, paceOf } from "#domain/jobs/schedule.ts";

const MINUTE = 60_000;
const NOW = new Date("2026-11-24T10:00:00Z");
const ago = (minutes: number) => new Date(NOW.getTime() - minutes * MINUTE);

describe("a job", () => {
	test("of each minute is due at each run, even where the runner comes a little early", () => {
		expect(paceOf({ name: "a", everyMinutes: 1 }).every).toBeLessThan(MINUTE);
		expect(paceOf({ name: "a", everyMinutes: 1 }).every).toBeGreaterThan(0);
	});

	test("of each day is tried again soon after it failed", () => {
		expect(paceOf({ name: "a", everyMinutes: 1440 }).again).toBeLessThan(15 * MINUTE);
	});

	test("is late after twice its time and ten minutes without success", () => {
		const hourly = { name: "a", everyMinutes: 60 };
		expect(isLate(hourly, ago(130), null, NOW)).toBe(false);
		expect(isLate(hourly, ago(131), null, NOW)).toBe(true);
	});

	test("that never ran is late when it could have, and not where nobody knows since when", () => {
		const hourly = { name: "a", everyMinutes: 60 };
		expect(isLate(hourly, null, ago(131), NOW)).toBe(true);
		expect(isLate(hourly, null, ago(5), NOW)).toBe(false);
		expect(isLate(hourly, null, null, NOW)).toBe(false);
	});
});

test("a fault's kind is one word of letters, whatever was thrown", () => {
	expect(faultKind(new TypeError("Pat Example, 07700 900123"))).toBe("TypeError");
	expect(faultKind(Object.assign(new Error("x"), { code: "SQLITE_FULL" }))).toBe("SQLITE_FULL");
	fc.assert(
		fc.property(fc.anything(), (thrown) => {
			expect(faultKind(thrown)).toMatch(/^[A-Za-z_]{1,40}$/);
		}),
	);
});
