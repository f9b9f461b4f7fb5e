import { expect, test } from "vitest";
import { words } from "#content/compiled/words.ts";
import { fill, type WidgetLanguages, type WidgetWords, wordsFor } from "#widget/widget-words.ts";

/** What code names and content lacks fails the type check here. */
const languages: WidgetLanguages = words.widget.languages;
const polish: WidgetWords = { ...languages.en, lang: "pl", dir: "ltr" };

test("words are found by language, with or without its region, and English stands in", () => {
	const both = { ...languages, pl: polish };
	expect(wordsFor(both, "pl").lang).toBe("pl");
	expect(wordsFor(both, "PL-pl").lang).toBe("pl");
	expect(wordsFor(both, "cy").lang).toBe("en-GB");
	expect(wordsFor(both, "toString").lang).toBe("en-GB");
	expect(wordsFor(both, null).lang).toBe("en-GB");
});

test("every gap of a sentence is filled, and an unknown one is left to be seen", () => {
	expect(fill("{count} of {total}", { count: 2, total: 5 })).toBe("2 of 5");
	expect(fill("{who}", {})).toBe("{who}");
});
