import { describe, expect, test } from "vitest";
import { Hours } from "#domain/hours/hours.ts";

const contract = {
	zone: "Europe/London",
	weekly: [{ from: "Fri 16:30", to: "Mon 08:00" }],
	bank_holidays: { open: [["09:00", "24:00"]] },
	exceptions: [{ date: "2026-12-24", open: [["09:00", "12:00"]] }],
	promise: { kind: "close_of_business", cutoff: "15:00" },
};

describe("hours as data", () => {
	test("the contract's own example is taken as it stands", () => {
		expect(Hours.parse(contract)).toEqual(contract);
	});

	test("what is left out is London, no holiday rule, no exception, no promise", () => {
		expect(Hours.parse({ weekly: [] })).toEqual({
			zone: "Europe/London",
			weekly: [],
			bank_holidays: "as_usual",
			exceptions: [],
			promise: { kind: "none" },
		});
	});

	test.each([
		["a closing without a day", { weekly: [{ from: "Mon 09:00", to: "17:00" }] }],
		["midnight at the end of the day", { weekly: [{ from: "Mon 09:00", to: "Mon 24:00" }] }],
		["a whole week", { weekly: [{ from: "Mon 00:00", to: "Mon 00:00" }] }],
		["a date without openings", { exceptions: [{ date: "2026-12-24", open: [] }] }],
		["half an hour of promise", { promise: { kind: "working_hours", hours: 0.5 } }],
	])("%s is taken", (_, change) => {
		expect(Hours.safeParse({ ...contract, ...change }).success).toBe(true);
	});

	test.each([
		["a key that is not in the contract", { note: "closed at Easter" }],
		["a key in a span that is not in the contract", { weekly: [{ from: "Mon 09:00", to: "Mon 17:00", who: "duty" }] }],
		["a zone that does not exist", { zone: "Europe/Stockport" }],
		["an opening without a day", { weekly: [{ from: "09:00", to: "17:00" }] }],
		["a day that does not exist", { weekly: [{ from: "Mun 09:00", to: "Mon 17:00" }] }],
		["a time that does not exist", { weekly: [{ from: "Mon 09:60", to: "Mon 17:00" }] }],
		["an opening at 24:00", { weekly: [{ from: "Mon 24:00", to: "Tue 08:00" }] }],
		["a span that ends before it starts that day", { weekly: [{ from: "Mon 17:00", to: "Mon 09:00" }] }],
		["a date that does not exist", { exceptions: [{ date: "2026-02-30", open: [] }] }],
		[
			"two exceptions for one date",
			{
				exceptions: [
					{ date: "2026-12-24", open: [] },
					{ date: "2026-12-24", open: [] },
				],
			},
		],
		["a holiday rule that is not in the contract", { bank_holidays: "shut" }],
		["a promise without its hours", { promise: { kind: "working_hours" } }],
		["a promise of a kind that is not in the contract", { promise: { kind: "soon" } }],
	])("%s is refused", (_, change) => {
		expect(Hours.safeParse({ ...contract, ...change }).success).toBe(false);
	});
});
