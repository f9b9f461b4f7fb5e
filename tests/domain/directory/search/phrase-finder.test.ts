import { expect, test } from "vitest";
import { createPhraseFinder, widest } from "#domain/directory/search/phrase-finder.ts";

const STOP = 0;
const finder = createPhraseFinder(
	[
		{ terms: [1, 2], value: "pair" },
		{ terms: [2], value: "single" },
		{ terms: [3, STOP], value: "with its stop word" },
	],
	(term) => term === STOP,
);
function found(...stream: readonly number[]) {
	const matches: { readonly value: string; readonly from: number; readonly to: number }[] = [];
	finder(stream, (value, from, to) => matches.push({ value, from, to }));
	return matches;
}

test("a phrase is found across stop words, not across other words or breaks", () => {
	expect(found(1, STOP, 2).map(({ value }) => value)).toContain("pair");
	expect(found(1, 9, 2).map(({ value }) => value)).not.toContain("pair");
	expect(found(1, -1, 2).map(({ value }) => value)).not.toContain("pair");
	expect(found(3, 1).map(({ value }) => value)).toEqual([]);
	expect(found(3, STOP)).toEqual([{ value: "with its stop word", from: 0, to: 2 }]);
});

test("only what no longer match holds is left", () => {
	expect(widest(found(1, 2, 2)).map(({ value, from }) => [value, from])).toEqual([
		["pair", 0],
		["single", 2],
	]);
});
