import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createCorrector, slipsForgiven } from "#domain/directory/search/corrections.ts";
import { type Dictionary, findForm, formText, prefixRange } from "#domain/directory/search/dictionary.ts";
import { FORM_RECORDS_SHIFT, FORM_SUGGESTIBLE } from "#domain/directory/search/sections.ts";

/** A dictionary of these words, each in so many records. */
function dictionaryOf(words: Readonly<Record<string, number>>): Dictionary {
	const encoder = new TextEncoder();
	const sorted = Object.keys(words).sort();
	const bytes = sorted.map((word) => encoder.encode(word));
	const offsets = new Uint32Array(sorted.length + 1);
	bytes.forEach((word, index) => {
		offsets[index + 1] = (offsets[index] ?? 0) + word.length;
	});
	return {
		offsets,
		bytes: Uint8Array.from(bytes.flatMap((word) => [...word])),
		terms: Uint32Array.from(sorted, (_, index) => index),
		info: Uint32Array.from(sorted, (word) => FORM_SUGGESTIBLE | ((words[word] ?? 0) << FORM_RECORDS_SHIFT)),
	};
}

/** Optimal string alignment, the plain way. */
function slips(a: string, b: string): number {
	const table = Array.from({ length: a.length + 1 }, (_, row) =>
		Array.from({ length: b.length + 1 }, (_c, column) => (row === 0 ? column : column === 0 ? row : 0)),
	);
	const at = (row: number, column: number) => table[row]?.[column] ?? 0;
	for (let row = 1; row <= a.length; row += 1)
		for (let column = 1; column <= b.length; column += 1) {
			const same = a[row - 1] === b[column - 1] ? 0 : 1;
			let cost = Math.min(at(row - 1, column - 1) + same, at(row - 1, column) + 1, at(row, column - 1) + 1);
			if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
				cost = Math.min(cost, at(row - 2, column - 2) + 1);
			const line = table[row];
			if (line) line[column] = cost;
		}
	return at(a.length, b.length);
}

const corrected = (words: Readonly<Record<string, number>>, word: string) => {
	const dictionary = dictionaryOf(words);
	return createCorrector(dictionary)(word).map(({ form }) => formText(dictionary, form));
};

test.each([
	["counsling", "counselling"],
	["berevement", "bereavement"],
	["fotball", "football"],
	["hosuing", "housing"],
	["napies", "nappies"],
])("%s is corrected to %s", (typed, meant) => {
	expect(
		corrected({ counselling: 4, bereavement: 2, football: 3, housing: 9, nappies: 1, swimming: 3 }, typed)[0],
	).toBe(meant);
});

test("short words, words with figures and strangers are left alone", () => {
	expect(corrected({ dads: 4, bed: 2 }, "dad")).toEqual([]);
	expect(corrected({ tw13: 4 }, "tw14")).toEqual([]);
	expect(corrected({ counselling: 4 }, "dishwasher")).toEqual([]);
});

test("among the nearest the word with the same first letter comes first, then the commoner", () => {
	expect(corrected({ housing: 1, losing: 9, hosting: 3 }, "hosing")).toEqual(["hosting", "housing", "losing"]);
});

test("corrections are exactly the nearest words within the slips forgiven", () => {
	const word = fc.stringMatching(/^[a-d]{4,10}$/);
	fc.assert(
		fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 30 }), word, (words, typed) => {
			const dictionary = dictionaryOf(Object.fromEntries(words.map((each) => [each, 1])));
			const found = createCorrector(dictionary)(typed);
			const forgiven = slipsForgiven(typed);
			const allowed = words
				.map((each) => ({ each, by: slips(typed, each) }))
				.filter(({ each, by }) => by <= forgiven && (by < 2 || each[0] === typed[0]));
			const nearest = Math.min(...allowed.map(({ by }) => by));
			const expected = allowed.filter(({ by }) => by === nearest).map(({ each }) => each);
			expect(found.every(({ slips: by }) => by === nearest)).toBe(true);
			expect(expected).toEqual(expect.arrayContaining(found.map(({ form }) => formText(dictionary, form))));
			expect(found.length).toBe(Math.min(4, expected.length));
		}),
		{ numRuns: 300 },
	);
});

test("every word is found by its letters, and every prefix gives exactly the words that begin so", () => {
	fc.assert(
		fc.property(
			fc.uniqueArray(fc.stringMatching(/^[a-zé]{1,6}$/), { minLength: 1, maxLength: 40 }),
			fc.stringMatching(/^[a-zé]{1,3}$/),
			(words, prefix) => {
				const sorted = [...words].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
				const encoder = new TextEncoder();
				const bytes = sorted.map((word) => encoder.encode(word));
				const offsets = Uint32Array.from([
					0,
					...bytes.map((_, index) => bytes.slice(0, index + 1).reduce((sum, each) => sum + each.length, 0)),
				]);
				const dictionary: Dictionary = {
					offsets,
					bytes: Uint8Array.from(bytes.flatMap((word) => [...word])),
					terms: Uint32Array.from(sorted.keys()),
					info: new Uint32Array(sorted.length),
				};
				for (const word of words) expect(formText(dictionary, findForm(dictionary, word))).toBe(word);
				expect(findForm(dictionary, "zzzzzzz")).toBe(-1);
				const [from, to] = prefixRange(dictionary, prefix);
				const found = Array.from({ length: to - from }, (_, offset) => formText(dictionary, from + offset));
				expect(found).toEqual(sorted.filter((word) => word.startsWith(prefix)));
			},
		),
	);
});
