import fc from "fast-check";
import { expect, test } from "vitest";
import type { Found } from "#domain/answers/find-answer.ts";
import { advance, type Ground } from "#domain/conversation/advance.ts";
import { FRESH, readState, type State, writeState } from "#domain/conversation/state.ts";
import type { TurnInput } from "#domain/conversation/turn.ts";
import { SMALL } from "#tests/domain/conversation/small-flows.ts";

const FOUND: Readonly<Record<string, Found>> = {
	clear: { kind: "answer", id: "found-answer", also: null, near: [] },
	"two things": { kind: "answer", id: "found-answer", also: "second-answer", near: [] },
	unclear: { kind: "clarify", near: ["one", "two"] },
	"unclear food banks": { kind: "clarify", near: ["money"] },
	"many near": { kind: "no_answer", near: Array.from({ length: 9 }, (_, index) => `near-${index}`) },
};
const ground: Ground = {
	flows: SMALL,
	findAnswer: (text) => FOUND[text] ?? { kind: "no_answer", near: [] },
	smallTalkOf: (text) => (text === "ok" ? "okay" : null),
	needsSaid: (text) => (text === "any food banks" || text === "unclear food banks" ? ["food"] : []),
};

const choice = (id: string): TurnInput => ({ kind: "choice", id });
const option = (id: string) => choice(`option:${id}`);
const text = (words: string): TurnInput => ({ kind: "text", text: words });
const START: TurnInput = { kind: "start" };

function after(...inputs: readonly TurnInput[]): State {
	return inputs.reduce((state, input) => advance(ground, state, input), FRESH);
}

test("options taken teach who is asking and at which stage", () => {
	expect(after(START, option("parent"), option("meeting"))).toMatchObject({
		audience: "parent",
		stage: "conference",
		chosen: ["parent", "meeting"],
		shows: { kind: "question" },
	});
});

test("an outcome shows its answer, and its stage stands over the option's", () => {
	const state = after(START, option("parent"), option("meeting"), option("soon"));
	expect(state).toMatchObject({ answer: "soon-answer", stage: "review", shows: { kind: "outcome" } });
});

test("an outcome without an answer of its own leaves none of an earlier question standing", () => {
	const state = after(START, option("parent"), option("meeting"), text("clear"), option("not-sure"));
	expect(state.answer).toBeUndefined();
	expect(state.shows).toEqual({ kind: "outcome" });
});

test("back leaves the last option out, and forgets what it taught", () => {
	const state = after(START, option("parent"), option("meeting"), choice("back"));
	expect(state.chosen).toEqual(["parent"]);
	expect(state.stage).toBeUndefined();
	expect(state.audience).toBe("parent");
	expect(advance(ground, state, choice("back")).audience).toBeUndefined();
});

test("back from something asked on the way returns to the question that waits", () => {
	const state = after(START, option("parent"), text("clear"), choice("back"));
	expect(state.chosen).toEqual(["parent"]);
	expect(state.shows).toEqual({ kind: "question" });
});

test("back from a part of a stage returns to the outcome", () => {
	const outcome = after(START, option("parent"), option("visit"));
	const state = [choice("part:rights"), choice("back")].reduce((at, input) => advance(ground, at, input), outcome);
	expect(state).toEqual(outcome);
});

test("back at the first question stays there", () => {
	expect(after(START, choice("back"), choice("back"))).toMatchObject({ chosen: [], shows: { kind: "question" } });
});

test("starting again keeps the area and the card, and nothing else", () => {
	const before: State = {
		...after(START, option("young-person"), option("visit")),
		area: "demo",
		card: { level: "urgent", reason: "physical_harm" },
		shrunk: true,
	};
	expect(advance(ground, before, choice("restart"))).toEqual({
		...FRESH,
		flow: "start",
		area: "demo",
		card: before.card,
		shrunk: true,
		audience: undefined,
		stage: undefined,
	});
});

test("a face that says who is asking starts after that question", () => {
	const state = advance(ground, { ...FRESH, audience: "young_person" }, START);
	expect(state).toMatchObject({ chosen: ["young-person"], audience: "young_person", shows: { kind: "question" } });
	expect(advance(ground, { ...FRESH, audience: "professional" }, START).chosen).toEqual([]);
});

test("a question asked on the way leaves the walk where it was", () => {
	const before = after(START, option("parent"), option("meeting"));
	for (const words of ["clear", "two things", "unclear", "many near", "nothing we know"]) {
		const asked = advance(ground, before, text(words));
		expect(asked.chosen).toEqual(before.chosen);
		expect(advance(ground, asked, option("soon"))).toMatchObject({ answer: "soon-answer", shows: { kind: "outcome" } });
	}
});

test("the words of an option, typed, choose it, whatever the case and the stops", () => {
	expect(after(START, text("A parent.")).chosen).toEqual(["parent"]);
	expect(after(START, text("  i AM not sure!! ")).chosen).toEqual(["not-sure"]);
	expect(after(START, text("A parent of two")).chosen).toEqual([]);
});

test("an option that is no longer offered is dropped with all that hung on it", () => {
	const stale: State = { ...FRESH, flow: "start", chosen: ["parent", "gone", "soon"] };
	expect(advance(ground, stale, option("visit"))).toMatchObject({ chosen: ["parent"], shows: { kind: "question" } });
	const nowhere: State = { ...FRESH, flow: "gone", chosen: [] };
	expect(advance(ground, nowhere, option("parent"))).toMatchObject({ flow: "start", chosen: [] });
});

test("a part can be asked for only at a stage", () => {
	expect(after(START, choice("part:rights")).shows).toEqual({ kind: "question" });
	expect(after(START, option("parent"), option("visit"), choice("part:rights")).shows).toEqual({
		kind: "part",
		part: "rights",
	});
});

const ids = fc.constantFrom("parent", "young-person", "meeting", "visit", "soon", "hurt", "not-sure", "gone");
const choices = fc.oneof(
	ids.map((id) => `option:${id}`),
	fc.constantFrom("back", "restart", "shrink", "unshrink", "part:rights", "part:".padEnd(60, "x"), "ask:found-answer"),
	fc.constantFrom("area:demo", "area:no_such_area", "event:epo", "event:".padEnd(190, "x"), "", "nonsense"),
	fc.string({ maxLength: 40 }),
);
const inputs: fc.Arbitrary<TurnInput> = fc.oneof(
	choices.map(choice),
	fc.oneof(fc.constantFrom(...Object.keys(FOUND)), fc.string({ unit: "grapheme" })).map(text),
	fc.constant(START),
	fc.record({
		kind: fc.constant("date" as const),
		date: fc.constant("2026-11-02"),
		event: fc.string({ unit: "grapheme", maxLength: 60 }),
	}),
	fc.constant<TurnInput>({ kind: "postcode", postcode: "ZZ1 1AA" }),
);

test("whatever a person does, the state can travel, the card stays, and the walk stands at a real place", () => {
	const card = { level: "urgent", reason: "neglect" } as const;
	fc.assert(
		fc.property(fc.array(inputs, { maxLength: 15 }), (doings) => {
			let state: State = { ...FRESH, card };
			for (const input of doings) {
				state = advance(ground, state, input);
				const back = readState(writeState(state));
				expect(JSON.parse(JSON.stringify(state))).toEqual(back);
				expect(back.card).toEqual(card);
				state = back;
			}
			const restarted = advance(ground, state, choice("restart"));
			expect(restarted).toMatchObject({ chosen: [], shows: { kind: "question" } });
		}),
	);
});

test("small talk leaves the answer and what was offered where they were, and the flow goes on", () => {
	const asked = after(START, option("parent"), text("unclear"), text("ok"));
	expect(asked).toMatchObject({
		chosen: ["parent"],
		offered: ["one", "two"],
		shows: { kind: "small_talk", talk: "okay" },
	});
	expect(advance(ground, after(text("clear"), text("ok")), text("unclear")).answer).toBe("found-answer");
	expect(after(START, option("parent"), text("ok"), choice("back")).shows).toEqual({ kind: "question" });
});

test("something to look for leads to services, and saying where one lives leads back to them", () => {
	const asked = after(text("any food banks"));
	expect(asked.shows).toEqual({ kind: "services", needs: ["food"] });
	expect(after(text("unclear food banks"))).toMatchObject({ offered: ["money"], shows: asked.shows });
	expect(advance(ground, asked, { kind: "postcode", postcode: "ZZ1 1AA" }).shows).toEqual(asked.shows);
	expect(advance(ground, asked, choice("area:demo"))).toMatchObject({ area: "demo", shows: asked.shows });
});
