import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { helpItemKey, readHelpItem } from "#domain/tallies/help-given.ts";
import { LEAST_SHOWN, suppress } from "#domain/tallies/suppress.ts";
import { type Tally, weekOf } from "#domain/tallies/tally.ts";

describe("the week", () => {
	test.each([
		["2026-11-22T23:59:59Z", "2026-W47"],
		["2026-11-23T00:00:00Z", "2026-W48"],
		// An hour before midnight in London is Sunday still; in summer the clocks are ahead of UTC.
		["2026-07-12T22:59:00Z", "2026-W28"],
		["2026-07-12T23:00:00Z", "2026-W29"],
		// Around the new year.
		["2027-01-03T12:00:00Z", "2026-W53"],
		["2027-01-04T12:00:00Z", "2027-W01"],
		["2024-12-30T12:00:00Z", "2025-W01"],
		["2025-12-29T12:00:00Z", "2026-W01"],
	])("of %s is %s", (at, week) => {
		expect(weekOf(new Date(at))).toBe(week);
	});
});

const tally = (item: string, detail: string, count: number, week = "2026-W48"): Tally => ({
	area: "demo",
	week,
	measure: "helped",
	item,
	detail,
	count,
});

describe("what may be shown", () => {
	test("four are hidden, five are shown, and weeks are put together", () => {
		expect(suppress([tally("a", "yes", 4)])).toEqual([
			{ measure: "helped", item: "a", total: null, details: [{ detail: "yes", count: null }] },
		]);
		expect(suppress([tally("a", "yes", 4), tally("a", "yes", 1, "2026-W49")])).toEqual([
			{ measure: "helped", item: "a", total: 5, details: [{ detail: "yes", count: 5 }] },
		]);
	});

	test("one small number is not given away by the total: the next one is hidden with it", () => {
		expect(suppress([tally("a", "yes", 20), tally("a", "partly", 9), tally("a", "no", 1)])[0]).toEqual({
			measure: "helped",
			item: "a",
			total: 30,
			details: [
				{ detail: "yes", count: 20 },
				{ detail: "partly", count: null },
				{ detail: "no", count: null },
			],
		});
	});

	const some = fc.array(
		fc.record({
			item: fc.constantFrom("a", "b"),
			detail: fc.constantFrom("yes", "partly", "no", ""),
			count: fc.integer({ min: 0, max: 12 }),
		}),
		{ maxLength: 20 },
	);
	test("no figure below the least is ever shown, nor can be reckoned from the others", () => {
		fc.assert(
			fc.property(some, (given) => {
				const truth = new Map<string, number>();
				for (const { item, detail, count } of given)
					truth.set(`${item}/${detail}`, (truth.get(`${item}/${detail}`) ?? 0) + count);
				for (const { item, total, details } of suppress(given.map((g) => tally(g.item, g.detail, g.count)))) {
					for (const { detail, count } of details)
						if (count !== null) {
							expect(count).toBeGreaterThanOrEqual(LEAST_SHOWN);
							expect(count).toBe(truth.get(`${item}/${detail}`));
						}
					const hidden = details.filter(({ count }) => count === null);
					if (total === null) expect(hidden).toHaveLength(details.length);
					else {
						expect(total).toBeGreaterThanOrEqual(LEAST_SHOWN);
						expect(hidden).not.toHaveLength(1);
					}
				}
			}),
		);
	});
});

test("an item travels as a short text and comes back as it was; anything else is nothing", () => {
	for (const item of [
		{ kind: "answer", id: "s47-what" },
		{ kind: "stage", id: "court", reader: "young_person" },
		{ kind: "service", id: "0b1c-2", area: "demo" },
		{ kind: "outcome", id: "parent/section-47" },
	] as const)
		expect(readHelpItem(helpItemKey(item))).toEqual(item);
	for (const text of ["", "answer", "answer:", "stage:nowhere:parent", "service:x", "answer:<b>", "words:my name is"])
		expect(readHelpItem(text)).toBeNull();
});
