import type { Found } from "#domain/answers/find-answer.ts";
import { type Choice, parseChoice } from "#domain/conversation/choice-id.ts";
import type { Flow, Option } from "#domain/conversation/flow.ts";
import { readerOf, resume, type Standing } from "#domain/conversation/resume.ts";
import type { SmallTalk } from "#domain/conversation/small-talk.ts";
import { FRESH, MOST_OFFERED, type Shows, State } from "#domain/conversation/state.ts";
import type { TurnInput } from "#domain/conversation/turn.ts";

/** What the conversation needs to know of the content. */
export type Ground = {
	readonly flows: ReadonlyMap<string, Flow>;
	readonly findAnswer: (text: string, state: State) => Found;
	/** What kind of small talk a message is, null where it means something. */
	readonly smallTalkOf: (text: string) => SmallTalk | null;
	/** The needs that a message names, as ids. */
	readonly needsSaid: (text: string) => readonly string[];
};

/** The flow in which every conversation starts. */
export const FIRST_FLOW = "start";

/**
 * One turn as a pure fold: the state before and what the person did give the state after, which says what to show.
 * Anything that cannot be followed (an option no longer offered, a stale token) shows where the person stands.
 */
export function advance(ground: Ground, state: State, input: TurnInput): State {
	const next = after(ground, state, input);
	// A state that its own token could not carry would be lost on the way, and the card with it.
	return State.safeParse(next).success ? next : state;
}

function after(ground: Ground, state: State, input: TurnInput): State {
	switch (input.kind) {
		case "start":
			return begin(ground, state);
		case "choice":
			return choose(ground, state, parseChoice(input.id));
		case "text":
			return ask(ground, state, input.text);
		case "date":
			return { ...state, date: input.date, event: input.event ?? state.event, shows: { kind: "dates" } };
		case "postcode":
			return { ...state, shows: placed(state) };
	}
}

function choose(ground: Ground, state: State, choice: Choice): State {
	switch (choice.kind) {
		case "option":
			return standing(ground, { ...state, flow: state.flow ?? FIRST_FLOW, chosen: [...state.chosen, choice.id] });
		case "ask":
			return { ...state, answer: choice.id, offered: [], shows: { kind: "answer" } };
		case "part":
			return state.stage ? { ...state, shows: { kind: "part", part: choice.id } } : state;
		case "event":
			return { ...state, event: choice.id, shows: { kind: "dates" } };
		case "area":
			return { ...state, area: choice.id, shows: placed(state) };
		case "back":
			return isAside(state) ? standing(ground, state) : stepBack(ground, state);
		case "restart":
			return standing(ground, restarted(state));
		case "shrink":
			return { ...state, shrunk: true };
		case "unshrink":
			return { ...state, shrunk: false };
		case "unknown":
			return state;
	}
}

/** Who was asked where they live to be shown services gets those; anyone else is told what was understood. */
function placed({ shows }: State): Shows {
	return shows.kind === "services" ? shows : { kind: "place" };
}

/** Whether something stands before the person that is no step of their flow: going back returns to the flow where it waits. */
export function isAside(state: State): boolean {
	return state.flow !== undefined && state.shows.kind !== "question" && state.shows.kind !== "outcome";
}

/** One step back. What that step taught us of the person is forgotten with it. */
function stepBack(ground: Ground, state: State): State {
	const here = resume(ground.flows, state.flow ?? FIRST_FLOW, state.chosen);
	const undone = here.kind === "invalid" ? undefined : here.taken.at(-1);
	const audience = undone?.audience ? undefined : state.audience;
	return standing(ground, { ...state, audience, stage: undefined, chosen: state.chosen.slice(0, -1) });
}

/** A fresh walk. For someone whose face of the guide says who they are, the first question is answered. */
function begin(ground: Ground, state: State): State {
	const fresh = standing(ground, restarted(state));
	const first = resume(ground.flows, FIRST_FLOW, []);
	if (!state.audience || first.kind !== "question") return fresh;
	const known = first.question.options.find(({ audience }) => audience === state.audience);
	return known ? standing(ground, { ...fresh, chosen: [known.id] }) : fresh;
}

/** A fresh walk. The area stays, and so does the card: it is never taken away within a session. */
function restarted(state: State): State {
	return { ...FRESH, area: state.area, card: state.card, shrunk: state.shrunk, flow: FIRST_FLOW };
}

/** Where the chosen options lead. A choice that is no longer offered is dropped with all that hung on it. */
function standing(ground: Ground, state: State): State {
	const flow = state.flow ?? FIRST_FLOW;
	const here = resume(ground.flows, flow, state.chosen);
	if (here.kind === "invalid") {
		return here.at < state.chosen.length
			? standing(ground, { ...state, flow, chosen: state.chosen.slice(0, here.at) })
			: { ...restarted(state), shows: { kind: "question" } };
	}
	const learnt = { ...learn(state, here), flow };
	if (here.kind === "question") return { ...learnt, shows: { kind: "question" } };
	const { stage, answer } = here.outcome.outcome;
	return { ...learnt, stage: stage ?? learnt.stage, answer, offered: [], shows: { kind: "outcome" } };
}

/** The options taken tell who is asking and where they are in the process. */
function learn(state: State, here: Exclude<Standing, { kind: "invalid" }>): State {
	const stage = here.taken.findLast((option) => option.stage !== undefined)?.stage;
	return { ...state, audience: readerOf(here.taken) ?? state.audience, stage: stage ?? state.stage };
}

/** A question gets its answer while the flow waits; the words of an option, typed, choose it. */
function ask(ground: Ground, state: State, text: string): State {
	const typed = optionTyped(ground, state, text);
	if (typed) return choose(ground, state, { kind: "option", id: typed.id });
	const talk = ground.smallTalkOf(text);
	if (talk) return { ...state, flow: state.flow ?? FIRST_FLOW, shows: { kind: "small_talk", talk } };
	const found = ground.findAnswer(text, state);
	// Whoever looks for something gets what there is, before a question of ours that is only near it.
	const needs = found.kind === "answer" ? [] : ground.needsSaid(text);
	if (needs.length > 0)
		return { ...state, offered: found.near.slice(0, MOST_OFFERED), shows: { kind: "services", needs: [...needs] } };
	switch (found.kind) {
		case "answer": {
			const shows = { kind: found.kind, ...(found.also ? { also: found.also } : {}) };
			return { ...state, answer: found.id, offered: [], shows };
		}
		case "clarify":
		case "no_answer":
			return { ...state, offered: found.near.slice(0, MOST_OFFERED), shows: { kind: found.kind } };
	}
}

function optionTyped(ground: Ground, state: State, text: string): Option | undefined {
	if (state.shows.kind !== "question") return undefined;
	const here = resume(ground.flows, state.flow ?? FIRST_FLOW, state.chosen);
	if (here.kind !== "question") return undefined;
	const said = bare(text);
	return here.question.options.find(({ label }) => bare(label) === said);
}

/** Letters and figures alone, so that case, stops and apostrophes do not matter. */
function bare(text: string): string {
	return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}
