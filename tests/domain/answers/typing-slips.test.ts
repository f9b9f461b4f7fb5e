import fc from "fast-check";
import { expect, test } from "vitest";
import { createMender, slipsBetween } from "#domain/answers/typing-slips.ts";

const mend = createMender(
	new Map([
		["social", 3],
		["confer", 5],
		["solicitor", 4],
		["interpret", 6],
		["interview", 4],
		["bike", 2],
		["quorum", 9],
	]),
);

test.each([
	["socail", "social"],
	["socal", "social"],
	["soccial", "social"],
	["solictor", "solicitor"],
	["soliciter", "solicitor"],
	["intervview", "interview"],
])("%s is mended to %s", (typed, meant) => {
	expect(mend(typed)).toBe(meant);
});

test("a known word, a short one, a figure and one that is near nothing stay as they are", () => {
	for (const word of ["social", "bikk", "s47", "zebra", "metronidazol"]) expect(mend(word)).toBe(word);
});

test("a word so rare that it is seldom meant is no guess", () => {
	expect(mend("quorun")).toBe("quorun");
});

test("slips are the same both ways, and none between equal words", () => {
	const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 8 });
	fc.assert(
		fc.property(word, word, (a, b) => {
			expect(slipsBetween(a, a, 2)).toBe(0);
			expect(Math.min(3, slipsBetween(a, b, 2))).toBe(Math.min(3, slipsBetween(b, a, 2)));
		}),
	);
});

test("two letters swapped are one slip", () => {
	expect(slipsBetween("socail", "social", 2)).toBe(1);
});
