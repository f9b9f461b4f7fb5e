import { describe, expect, test } from "vitest";
import { evaluateDates } from "#domain/timeline/evaluate-dates.ts";
import { holidays, words } from "#tests/domain/timeline/date-content.ts";

const evaluate = (line: unknown) => evaluateDates(line, holidays, words);

describe("a line of the dates evaluation", () => {
	test("is answered with what, by when, how strong and why", () => {
		expect(evaluate({ id: "d1", event: "strategy_discussion", date: "2026-12-18" })).toEqual({
			id: "d1",
			dates: [
				{
					what: words.rules.first_conference.what,
					by: "2027-01-13",
					strength: "should",
					rule: words.rules.first_conference.says,
				},
			],
		});
	});

	test("takes a time where hours are counted", () => {
		const { dates } = evaluate({ id: 1, event: "police_protection", date: "2026-03-27", time: "22:15" });
		expect(dates.map(({ by }) => by)).toEqual(["2026-03-30T23:15:00+01:00"]);
	});

	test("says why an event has no date", () => {
		const result = evaluate({ id: "d1", event: "pre_birth", date: "2026-03-02" });
		expect(result).toEqual({ id: "d1", dates: [], note: words.no_dates.pre_birth });
	});

	test.each([
		["an event that is not known", { event: "birthday", date: "2026-03-02" }, "event: "],
		["no event", { date: "2026-03-02" }, "event: "],
		["a date that does not exist", { event: "referral", date: "2026-02-30" }, "date: "],
		["a date that is no text", { event: "referral", date: 20260302 }, "date: "],
		["a time that does not exist", { event: "police_protection", date: "2026-03-02", time: "26:00" }, "time: "],
	])("with %s is answered with no dates and where the fault is", (_, line, fault) => {
		const result = evaluate({ id: "d1", ...line });
		expect(result).toMatchObject({ id: "d1", dates: [] });
		expect(result.error?.startsWith(fault)).toBe(true);
	});

	test.each([[null], ["text"], [[]]])("%j is answered, not thrown at", (line) => {
		expect(evaluate(line)).toMatchObject({ id: null, dates: [] });
	});
});
