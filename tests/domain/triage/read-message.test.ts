import { describe, expect, test } from "vitest";
import { readMessage } from "#domain/triage/read-message.ts";
import type { Spelling } from "#domain/triage/words.ts";

const respell = new Map([
	["dont", ["do", "not"]],
	["he'll", ["he", "will"]],
	["m8", ["mate"]],
	["um", []],
	["kms", ["kill", "myself"]],
	["🔪", ["knife"]],
]);
const known = new Set(["please", "kill", "myself", "me", "help", "mum", "hell"]);
const spelling: Spelling = { respell, known: (word) => known.has(word) };

/** The words of each sentence. */
function sentences(text: string): readonly string[] {
	return readMessage(text, spelling).map((sentence) => sentence.words.join(" "));
}

describe("words are read as they are meant", () => {
	test.each([
		["I don't, um, dont", ["i do not do not"]],
		["he'll go to hell", ["he will go to hell"]],
		["pleaaaase HELP", ["please help"]],
		["k1ll me m8", ["kill me mate"]],
		["i want to k m s", ["i want to kill myself"]],
		["k.m.s", ["kill myself"]],
		["please.kill.me k-i-l-l", ["please kill me kill"]],
		["pleasekillme", ["please kill me"]],
		["they are 3 5 7 and 9", ["they are 3 5 7 and 9"]],
		["mum's café", ["mum cafe"]],
		["🔪 😀", ["knife"]],
		["zabić", ["zabic"]],
		["ring 07700 900123 or me@example.org or https://example.org/x", ["ring or or"]],
		["ring +44 20 7946 0000 or (01632) 960 123", ["ring or"]],
		["i am 14, call 999", ["i am 14 call 999"]],
	])("%s: %j", (text, words) => {
		expect(sentences(text)).toEqual(words);
	});
});

test("a line's end, a full stop, a question mark and a semicolon part sentences; dots and commas do not", () => {
	expect(sentences("one two. three\nfour? five; six... seven, eight")).toEqual([
		"one two",
		"three",
		"four",
		"five",
		"six seven eight",
	]);
});

test("a sentence without an end is cut into pieces that overlap", () => {
	const pieces = readMessage("word ".repeat(200), spelling);
	expect(Math.max(...pieces.map(({ words }) => words.length))).toBeLessThanOrEqual(62);
	expect(pieces.length).toBeGreaterThan(3);
});

test("nothing readable is no sentence", () => {
	for (const text of ["", " ", "...", "😀", "\0", "\ud800"]) expect(sentences(text)).toEqual([]);
});
