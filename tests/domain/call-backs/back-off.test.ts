import fc from "fast-check";
import { expect, test } from "vitest";
import { LONGEST_POSSIBLE_WAIT_MS, waitAfter } from "#domain/call-backs/back-off.ts";

test("waits grow, are spread, and never exceed the longest", () => {
	fc.assert(
		fc.property(
			fc.integer({ min: 1, max: 60 }),
			fc.double({ min: 0, max: 0.999, noNaN: true }),
			(attempts, fraction) => {
				const wait = waitAfter(attempts, fraction);
				expect(wait).toBeGreaterThanOrEqual(15_000);
				expect(wait).toBeLessThanOrEqual(LONGEST_POSSIBLE_WAIT_MS);
				expect(waitAfter(attempts + 1, fraction)).toBeGreaterThanOrEqual(wait);
			},
		),
	);
	expect([waitAfter(1, 0.5), waitAfter(2, 0.5), waitAfter(3, 0)]).toEqual([30_000, 60_000, 60_000]);
});
