import { describe, expect, test } from "vitest";
import { compileLexicon } from "#cli/triage-training/compile-lexicon.ts";
import type { LexiconSource } from "#cli/triage-training/lexicon-files.ts";
import { frameState } from "#domain/triage/features.ts";
import { readSentence } from "#domain/triage/find-frames.ts";
import { MARK_NAMES, unpackLexicon } from "#domain/triage/lexicon.ts";
import { readMessage } from "#domain/triage/read-message.ts";
import { spellingOf } from "#domain/triage/words.ts";

const source: LexiconSource = {
	respell: { dont: "do not", doesnt: "does not", wont: "will not", m8: "mate" },
	classes: {
		...Object.fromEntries(MARK_NAMES.map((name) => [name, [`no-${name}`]])),
		negator: ["not", "never"],
		not_negating: ["not stop"],
		denial: ["false that", "nobody"],
		question: ["what", "does"],
		register: ["homework"],
		carer: ["dad", "mum boyfriend"],
		they: ["<carer>", "he", "nobody"],
		hit: ["hit", "slap++", "punch+"],
	},
	idioms: ["hit the roof", "hit me up"],
	frames: [
		{
			name: "hits",
			reason: "physical_harm",
			level: "urgent",
			flags: ["sure", "general"],
			match: ["<they> ~3 <hit> ~1 me|us"],
		},
		{ name: "bye", reason: "self_harm_suicide", level: "urgent", flags: ["sure"], match: ["^ bye $"] },
	],
	combinations: [],
};
const lexicon = unpackLexicon(compileLexicon(source));
const spelling = spellingOf(lexicon);

/** The frames of a message's first sentence, and how each is meant. */
function framesIn(text: string): readonly string[] {
	const [sentence] = readMessage(text, spelling);
	if (!sentence) return [];
	const reading = readSentence(sentence, lexicon);
	return reading.found.map((found) => `${lexicon.frames[found.frame]?.name}:${frameState(found, reading, lexicon)}`);
}

describe("a frame is found", () => {
	test.each([
		["dad hit me", ["hits:plain"]],
		["DAD punched us", ["hits:plain"]],
		["mum's boyfriend is slapping me", ["hits:plain"]],
		["he will not stop punching me", ["hits:plain"]],
		["bye", ["bye:plain"]],
		["bye for now", []],
		["dad hit the ball", []],
		["dad told me that he once almost hit me", ["hits:plain"]],
	])("%s: %j", (text, frames) => {
		expect(framesIn(text)).toEqual(frames);
	});
});

describe("a frame is found and set aside", () => {
	test.each([
		["dad never hit me", ["hits:negated"]],
		["he doesn't hit me", ["hits:negated"]],
		["it is false that he hit me", ["hits:negated"]],
		["nobody hit me", ["hits:negated"]],
		["does he hit me", ["hits:asked"]],
		["homework: he hit me", ["hits:register"]],
	])("%s: %j", (text, frames) => {
		expect(framesIn(text)).toEqual(frames);
	});
});

test("an idiom hides what stands under it, and only that", () => {
	expect(framesIn("he hit the roof with me")).toEqual([]);
	expect(framesIn("he said hit me up and dad punched me")).toEqual(["hits:plain"]);
});

test("a class that does not exist is named", () => {
	expect(() => compileLexicon({ ...source, classes: { ...source.classes, they: ["<nobody_knows>"] } })).toThrow(
		/nobody_knows/,
	);
});
