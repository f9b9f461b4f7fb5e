import fc from "fast-check";
import { expect, test } from "vitest";
import { cutPlaces } from "#widget/cut-places.ts";
import { NO_CHOICES, questionOf } from "#widget/question.ts";

test.each([
	["SK9 1AB", "SK9 1"],
	["sk91ab", "SK9 1"],
	["SK9-1AB", "SK9 1"],
	[" sk9  1 ab ", "SK9 1"],
	["SK9 1A", "SK9 1"],
	["SK9 1", "SK9 1"],
	["SK9", "SK9"],
	["M1 1AE", "M1 1"],
	["m111ae", "M11 1"],
	["W1A 1AA", "W1A 1"],
	["Flat 2, 12 Made Up Street, ZZ1 1AB", "ZZ1 1"],
])("of the place %s only %s is left", (place, near) => {
	expect(cutPlaces("", place)).toEqual({ q: "", near, wrong: false });
});

test.each(["Wilmslow", "12 Made Up Street", "somewhere near", "1AB"])("%s is not sent as a place", (place) => {
	expect(cutPlaces("food", place)).toEqual({ q: "food", near: "", wrong: true });
});

test("a postcode among the words is taken as the place, unless one is given", () => {
	expect(cutPlaces("nappies near zz1 1ab please", "")).toEqual({
		q: "nappies near please",
		near: "ZZ1 1",
		wrong: false,
	});
	expect(cutPlaces("nappies near zz11ab", "M1")).toEqual({ q: "nappies near", near: "M1", wrong: false });
});

test.each(["toddler group", "under 5s", "help for year 7", "A&E at 3pm", "0-19 team", "ADHD"])(
	"the words of %s stay as they are",
	(words) => expect(cutPlaces(words, "").q).toBe(words),
);

const postcode = fc
	.tuple(
		fc.stringMatching(/^[A-Z]{1,2}\d[A-Z\d]?$/),
		fc.constantFrom("", " ", "  ", "-", "."),
		fc.stringMatching(/^\d$/),
		fc.stringMatching(/^[A-Z]{2}$/),
	)
	.map(([out, gap, digit, letters]) => ({ text: `${out}${gap}${digit}${letters}`, unit: `${digit}${letters}` }));
const words = fc.array(fc.stringMatching(/^[a-z]{3,9}$/), { maxLength: 4 }).map((each) => each.join(" "));

test("no question ever holds the last part of a postcode, wherever it was written and however", () => {
	fc.assert(
		fc.property(postcode, words, words, fc.boolean(), fc.boolean(), ({ text, unit }, before, after, inPlace, low) => {
			const written = [before, low ? text.toLowerCase() : text, after].filter((part) => part !== "").join(" ");
			const choices = inPlace ? { ...NO_CHOICES, near: written } : { ...NO_CHOICES, q: written };
			const question = questionOf({ needs: [], audience: [], limit: 5 }, choices, null, 1);
			const sent = question.ok ? question.parameters : {};
			const { q = "", near = "" } = sent;
			expect(near).toMatch(/^[A-Z]{1,2}\d[A-Z\d]? \d$/);
			expect(q.toUpperCase().split(/\W+/)).not.toContain(unit);
			expect(`${q}${near}`.toUpperCase().replace(/\W/g, "")).not.toContain(text.toUpperCase().replace(/\W/g, ""));
		}),
	);
});
