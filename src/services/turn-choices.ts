import type { Library } from "#content/library.ts";
import { FIRST_FLOW, type Ground, isAside } from "#domain/conversation/advance.ts";
import { BACK, choiceId, RESTART, SHRINK, UNSHRINK } from "#domain/conversation/choice-id.ts";
import type { Outcome } from "#domain/conversation/flow.ts";
import { resume } from "#domain/conversation/resume.ts";
import type { State } from "#domain/conversation/state.ts";
import type { Choice } from "#domain/conversation/turn.ts";
import { EVENTS } from "#domain/timeline/rules.ts";

const MOST_RELATED = 5;
/** Beside the parts of a stage there is room for fewer. */
const MOST_RELATED_AT_A_STAGE = 3;

/** What a person can choose next. In the middle of a flow its question waits, whatever was asked in between. */
export function choicesOf(library: Library, ground: Ground, state: State, areaKnown: boolean): Choice[] {
	const asks = (ids: readonly string[], most = MOST_RELATED): Choice[] =>
		[...new Set(ids)]
			.filter((id) => id !== state.answer || state.shows.kind === "part")
			.slice(0, most)
			.flatMap((id) => {
				const answer = library.answer(id);
				return answer ? [{ id: choiceId("ask", id), label: answer.title }] : [];
			});
	switch (state.shows.kind) {
		case "question":
			return waitingOptions(ground, state);
		case "outcome": {
			const outcome = outcomeOf(ground, state);
			const parts = outcome?.stage ? partsOf(library, outcome.answer ? [] : library.words.stage_parts.opening) : [];
			const related = [...(outcome?.more ?? []), ...nextOf(library, state)];
			return [...parts, ...asks(related, parts.length > 0 ? MOST_RELATED_AT_A_STAGE : MOST_RELATED)];
		}
		case "part":
			return [...partsOf(library, [state.shows.part]), ...asks(nextOf(library, state), MOST_RELATED_AT_A_STAGE)];
		case "answer":
			return [...waitingOptions(ground, state), ...asks(nextOf(library, state))];
		case "clarify":
		case "no_answer":
			return [...asks(state.offered), ...waitingOptions(ground, state)];
		case "small_talk":
			return [...asks([...state.offered, ...nextOf(library, state)]), ...waitingOptions(ground, state)];
		case "dates":
			return state.event
				? waitingOptions(ground, state)
				: EVENTS.map((event) => ({ id: choiceId("event", event), label: library.words.dates.events[event] }));
		case "services":
			return [...(areaKnown ? [] : areasOf(library)), ...asks(state.offered), ...waitingOptions(ground, state)];
		case "place":
			return areaKnown ? [...waitingOptions(ground, state), ...asks(nextOf(library, state))] : areasOf(library);
	}
}

function areasOf(library: Library): Choice[] {
	return library.content.areas.map(({ slug, name }) => ({ id: choiceId("area", slug), label: name }));
}

/** The outcome that a state shows; null where it shows anything else. */
export function outcomeOf(ground: Ground, state: State): Outcome["outcome"] | null {
	return state.shows.kind === "outcome" ? outcomeReached(ground, state) : null;
}

/** The outcome that the options chosen lead to, whatever was asked since; null in the middle of a flow. */
export function outcomeReached(ground: Ground, state: State): Outcome["outcome"] | null {
	const here = resume(ground.flows, state.flow ?? FIRST_FLOW, state.chosen);
	return here.kind === "outcome" ? here.outcome.outcome : null;
}

/** The parts of a stage's page that can be asked for, without those that stand there already. */
function partsOf(library: Library, shown: readonly string[]): Choice[] {
	return library.words.stage_parts.parts
		.filter(({ id }) => !shown.includes(id))
		.map(({ id, label }) => ({ id: choiceId("part", id), label }));
}

function nextOf(library: Library, state: State): readonly string[] {
	return library.answer(state.answer ?? "")?.next ?? [];
}

/** The options of the flow's question that still waits; none once an outcome was reached or no flow was begun. */
function waitingOptions(ground: Ground, state: State): Choice[] {
	if (!state.flow) return [];
	const here = resume(ground.flows, state.flow ?? FIRST_FLOW, state.chosen);
	if (here.kind !== "question") return [];
	return here.question.options.map(({ id, label }) => ({ id: choiceId("option", id), label }));
}

/** Back, start again, and the size of the card: always there when they mean something. */
export function controlsOf(library: Library, state: State): Choice[] {
	const say = library.words.site.guide;
	const controls: Choice[] = [];
	if (state.card) {
		controls.push(
			state.shrunk ? { id: UNSHRINK, label: say.show_help_again } : { id: SHRINK, label: say.not_in_danger },
		);
	}
	if (state.chosen.length > 0 || isAside(state)) controls.push({ id: BACK, label: say.back });
	controls.push({ id: RESTART, label: say.start_again });
	return controls;
}
