import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { words } from "#content/compiled/words.ts";
import { createSmallTalk, SMALL_TALK } from "#domain/conversation/small-talk.ts";

const kindOf = createSmallTalk(words.small_talk);

describe("small talk is told from what means something", () => {
	test.each([
		["ok thanks", "thanks"],
		["Thank you SO much!!", "thanks"],
		["ty x", "thanks"],
		["ok", "okay"],
		["hmm right", "okay"],
		["hi, is anyone there?", "hello"],
		["Hello. Can I ask something please?", "hello"],
		["goodnight", "bye"],
		["thanks, that's all", "bye"],
		["yeah", "unclear"],
		["idk", "unclear"],
		["help", "lost"],
		["i don't know what to do", "lost"],
		["hi can you help me please", "lost"],
	])("%s is %s", (text, kind) => expect(kindOf(text)).toBe(kind));

	test.each([
		"thanks but what is a conference",
		"ok how long does it take",
		"can you help me find a solicitor",
		"i dont know what to do my dad hit me",
		"help hes here",
		"no he hits me",
		"bye world",
		"yes he did it again",
		"",
		"😀😀",
	])("%j is not", (text) => expect(kindOf(text)).toBeNull());
});

test("one word that says something makes it no small talk, wherever it stands", () => {
	const phrases = SMALL_TALK.flatMap((kind) => words.small_talk[kind].says);
	const said = fc.constantFrom("hit", "police", "conference", "scared", "baby", "court", "knife");
	fc.assert(
		fc.property(fc.constantFrom(...phrases), said, fc.boolean(), (phrase, word, first) => {
			expect(kindOf(first ? `${word} ${phrase}` : `${phrase} ${word}`)).toBeNull();
		}),
	);
});
