import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createAcceptance } from "#domain/directory/search/accept.ts";
import { interpret } from "#domain/directory/search/interpret.ts";
import { matchSlots, slotIdf } from "#domain/directory/search/match-slots.ts";
import { DEFAULT_WEIGHTS } from "#domain/directory/search/weights.ts";
import { aService } from "#tests/support/directory.ts";
import { snapshotOf } from "./small-vocabulary.ts";

// Words of very different weight: in 16, 8, 4, 2 and 1 of 32 records.
const NAMES = ["oak", "ash", "elm", "fir", "yew"];
const services = Array.from({ length: 32 }, (_, number) =>
	aService(number, { name: NAMES.filter((_name, power) => number % 2 ** (power + 1) === 0).join(" ") || "moss" }),
);
const snapshot = snapshotOf(services);
const { slots } = interpret("oak ash elm fir yew ", snapshot, DEFAULT_WEIGHTS);
const shares = slots.map((slot) => slotIdf(slot, snapshot));
const whole = shares.reduce((sum, share) => sum + share, 0);

test("a record answers when the words it holds carry enough of the question and one says what it is about", () => {
	const weights = { ...DEFAULT_WEIGHTS, fewAccepted: 1 };
	const { grade } = createAcceptance(slots, matchSlots(slots, snapshot, weights), snapshot, weights);
	fc.assert(
		fc.property(fc.nat(31), fc.boolean(), (held, about) => {
			const share = shares.reduce((sum, each, slot) => sum + ((held >> slot) & 1) * each, 0);
			const expected = held === 31 ? 2 : about && held > 0 && share >= whole * DEFAULT_WEIGHTS.leastShare ? 1 : 0;
			expect(grade(held | (about ? held << 16 : 0))).toBe(expected);
		}),
	);
});

test("only where nothing reaches that share does a smaller one do", () => {
	const asked = interpret("oak zither ", snapshot, DEFAULT_WEIGHTS).slots;
	const strict = { ...DEFAULT_WEIGHTS, leastShare: 0.9, leastShareAlone: 0.05, fewAccepted: 1 };
	const lenient = createAcceptance(asked, matchSlots(asked, snapshot, strict), snapshot, strict);
	expect(lenient.grade(1 | (1 << 16))).toBe(1);
	const none = { ...strict, leastShareAlone: 0.9 };
	expect(createAcceptance(asked, matchSlots(asked, snapshot, none), snapshot, none).grade(1 | (1 << 16))).toBe(0);
});
