import fc from "fast-check";
import { expect, test } from "vitest";
import { FRESH, readState, type State, writeState } from "#domain/conversation/state.ts";

const id = fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/);
const states: fc.Arbitrary<State> = fc.record(
	{
		v: fc.constant(1 as const),
		shows: fc.oneof(
			fc
				.constantFrom(...(["question", "outcome", "clarify", "no_answer", "dates", "place"] as const))
				.map((kind) => ({ kind })),
			id.map((part) => ({ kind: "part" as const, part })),
			id.map((also) => ({ kind: "answer" as const, also })),
		),
		chosen: fc.array(id, { maxLength: 12 }),
		offered: fc.array(id, { maxLength: 6 }),
		flow: id,
		answer: id,
		event: fc.string({ unit: "grapheme", maxLength: 20 }),
		audience: fc.constantFrom("parent" as const, "young_person" as const, "family" as const, "professional" as const),
		stage: fc.constantFrom("conference" as const, "court" as const),
		shrunk: fc.boolean(),
	},
	{ requiredKeys: ["v", "shows", "chosen", "offered"] },
);

test("a state comes back from its token as it was", () => {
	fc.assert(
		fc.property(states, (state) => {
			expect(readState(writeState(state))).toEqual(state);
		}),
	);
});

test("a token fits in a cookie, however long the walk", () => {
	const long = "x".repeat(28);
	const state: State = {
		...FRESH,
		area: "a".repeat(40),
		audience: "young_person",
		shows: { kind: "answer", also: long },
		flow: "start",
		chosen: Array.from({ length: 6 }, () => long),
		stage: "looked_after",
		answer: long,
		offered: Array.from({ length: 3 }, () => long),
		card: { level: "emergency", reason: "honour_based_abuse" },
	};
	expect(writeState(state).length).toBeLessThan(1500);
});

test("whatever is damaged, cut short, foreign or too new is a fresh start", () => {
	const token = writeState({ ...FRESH, chosen: ["parent"] });
	for (const bad of [undefined, "", "{}", token.slice(0, -5), `${token}!`, btoa("null"), btoa('{"v":2}'), "é", "%00"])
		expect(readState(bad)).toEqual(FRESH);
	fc.assert(
		fc.property(fc.string(), (text) => {
			expect(readState(text)).toEqual(FRESH);
		}),
	);
});
