import { expect, test } from "vitest";
import { fold, markedWordsOf, wordsOf } from "#domain/directory/search/words.ts";

test.each([
	["Zoë's Café", ["zoe", "cafe"]],
	["women’s drop-in", ["women", "drop", "in"]],
	["I don't know", ["i", "dont", "know"]],
	["Łódź, ŠKODA & Åse", ["lodz", "skoda", "ase"]],
	["0–5 year olds", ["0", "5", "year", "olds"]],
	["  ", []],
	["ਪੰਜਾਬੀ اردو", ["ਪਜਾਬੀ", "اردو"]],
])("%s is read as %j", (text, words) => {
	expect(wordsOf(text)).toEqual(words.map(fold));
});

test("short forms in capitals are marked in ordinary text, not where all is in capitals", () => {
	const marked = (text: string) =>
		markedWordsOf(text)
			.filter(({ capitals }) => capitals)
			.map(({ word }) => word);
	expect(marked("IT classes and an ME group")).toEqual(["it", "me"]);
	expect(marked("Action for M.E. in Leeds")).toEqual(["me"]);
	expect(marked("IT IS FREE")).toEqual([]);
	expect(markedWordsOf("IT", true)).toEqual([{ word: "it", capitals: true }]);
});
