import { expect, test } from "vitest";
import { allPassages, ownAcceptance } from "#cli/evaluate/acceptance/acceptance-sets.ts";
import { paraphrasesKept } from "#cli/evaluate/acceptance/measure-acceptance.ts";
import { mutationsOf } from "#cli/evaluate/acceptance/mutations.ts";
import { sentences } from "#domain/reading/sentences.ts";

/** Every sixteenth false version: some fifteen hundred, the same on each run. */
const STEP = 16;

test("of reviewed sentences with one fact changed at least 99 in 100 are refused", () => {
	const accept = ownAcceptance();
	const made = allPassages().flatMap((passage) =>
		sentences(passage.text).flatMap((sentence) => mutationsOf(sentence).map((mutated) => ({ ...mutated, passage }))),
	);
	const some = made.filter((_each, index) => index % STEP === 0);
	const through = some.filter(({ sentence, passage }) => accept(sentence, [passage]).accepted);
	expect(some.length).toBeGreaterThan(500);
	expect(1 - through.length / some.length).toBeGreaterThanOrEqual(0.99);
});

test.each([
	["develop", 0.9],
	["held-out", 0.85],
] as const)("of the faithful paraphrases in %s at least as many are let through as the record says", (part, least) => {
	const { kept, caught } = paraphrasesKept(part);
	expect(kept.hits / kept.of).toBeGreaterThanOrEqual(least);
	expect(caught.hits / caught.of).toBeGreaterThanOrEqual(0.97);
});
