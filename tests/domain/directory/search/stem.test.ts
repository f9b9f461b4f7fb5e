import * as fc from "fast-check";
import { expect, test } from "vitest";
import { stem } from "#domain/directory/search/stem.ts";

test.each([
	["counselling counselled counsel", "counsel"],
	["counsellor counsellors counselor", "counselor"],
	["organise organisation organization organised", "organ"],
	["behaviour behaviours behavior", "behavior"],
	["centre centres center", "center"],
	["families family", "famili"],
	["babies baby", "babi"],
	["children child", "child"],
	["women woman", "woman"],
	["disability disabled disabilities", "disabl"],
	["bereavement bereaved", "bereav"],
	["swimming swims swim", "swim"],
	["parenting parents parent", "parent"],
	["hopping hopped hop", "hop"],
	["travelling travelled travel", "travel"],
	["debts debt", "debt"],
])("%s have one stem", (words, expected) => {
	expect(new Set(words.split(" ").map(stem))).toEqual(new Set([expected]));
});

// From the Snowball project's own sample vocabulary for English.
test.each([
	["consignment", "consign"],
	["consistency", "consist"],
	["consolatory", "consolatori"],
	["conspicuously", "conspicu"],
	["knackeries", "knackeri"],
	["knavish", "knavish"],
	["knitting", "knit"],
	["knightly", "knight"],
	["generously", "generous"],
	["dying", "die"],
	["skies", "sky"],
	["proceed", "proceed"],
	["relational", "relat"],
	["triplicate", "triplic"],
])("%s becomes %s", (word, expected) => {
	expect(stem(word)).toBe(expected);
});

test("words that mean different things keep apart", () => {
	for (const [a = "", b = ""] of [
		["autism", "artist"],
		["nursery", "nurse"],
		["university", "unit"],
	])
		expect(stem(a)).not.toBe(stem(b));
});

test("a plural has the stem of its singular, and nothing is ever thrown", () => {
	fc.assert(
		fc.property(fc.stringMatching(/^[a-z]{3,12}[bcdfgklmnprtvw]$/), (word) => {
			expect(stem(`${word}s`)).toBe(stem(word));
		}),
	);
	fc.assert(fc.property(fc.string(), (word) => stem(word).length <= Math.max(word.length, 4)));
});
