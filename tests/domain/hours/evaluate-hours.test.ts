import { describe, expect, test } from "vitest";
import { evaluateHours } from "#domain/hours/evaluate-hours.ts";
import { HOLIDAYS, office } from "#tests/domain/hours/example-hours.ts";

const hours = office({ kind: "working_hours", hours: 7 });

describe("a line of the hours evaluation", () => {
	test("is answered with instants in the zone's offset", () => {
		expect(evaluateHours({ id: "h1", hours, at: "2026-12-24T12:00:00Z" }, HOLIDAYS)).toEqual({
			id: "h1",
			open: false,
			next_open: "2026-12-29T09:00:00+00:00",
			promise: "2026-12-29T17:00:00+00:00",
		});
	});

	test("has no next opening while it is open", () => {
		expect(evaluateHours({ id: 7, hours, at: "2026-07-01T10:00:00+01:00" }, HOLIDAYS)).toEqual({
			id: 7,
			open: true,
			next_open: null,
			promise: "2026-07-02T10:00:00+01:00",
		});
	});

	test.each([
		[
			"hours that cannot be read",
			{ id: "h1", hours: { weekly: [{ from: "Mon 9", to: "17:00" }] }, at: "2026-12-24T12:00Z" },
			"hours.weekly.0.from",
		],
		["a time that cannot be read", { id: "h1", hours, at: "noon" }, "at"],
		["no time", { id: "h1", hours }, "at"],
	])("with %s is answered with where the fault is", (_, line, place) => {
		const result = evaluateHours(line, HOLIDAYS);
		expect(result).toMatchObject({ id: "h1", open: null, next_open: null, promise: null });
		expect(result.error?.startsWith(`${place}: `)).toBe(true);
	});

	test.each([[null], ["text"], [[]], [{}]])("%j is answered, not thrown at", (line) => {
		expect(evaluateHours(line, HOLIDAYS)).toMatchObject({ id: null, open: null });
	});
});
