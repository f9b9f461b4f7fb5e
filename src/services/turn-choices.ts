import type { Library } from "#content/library.ts";
import { FIRST_FLOW, type Ground } from "#domain/conversation/advance.ts";
import { BACK, choiceId, RESTART, SHRINK, UNSHRINK } from "#domain/conversation/choice-id.ts";
import type { Outcome } from "#domain/conversation/flow.ts";
import { resume } from "#domain/conversation/resume.ts";
import type { State } from "#domain/conversation/state.ts";
import type { Choice } from "#domain/conversation/turn.ts";
import { EVENTS } from "#domain/timeline/rules.ts";

const MOST_RELATED = 5;

/** What a person can choose next. In the middle of a flow its question waits, whatever was asked in between. */
export function choicesOf(library: Library, ground: Ground, state: State): Choice[] {
	const asks = (ids: readonly string[]): Choice[] =>
		ids.slice(0, MOST_RELATED).flatMap((id) => {
			const answer = library.answer(id);
			return answer ? [{ id: choiceId("ask", id), label: answer.title }] : [];
		});
	switch (state.shows.kind) {
		case "question":
			return waitingOptions(ground, state);
		case "outcome":
			return asks([...(outcomeOf(ground, state)?.more ?? []), ...nextOf(library, state)]);
		case "answer":
			return [...asks(nextOf(library, state)), ...waitingOptions(ground, state)];
		case "clarify":
		case "no_answer":
			return asks(state.offered);
		case "dates":
			return state.event
				? []
				: EVENTS.map((event) => ({ id: choiceId("event", event), label: library.words.dates.events[event] }));
		case "place":
			return library.content.areas.map((area) => ({ id: choiceId("area", area.slug), label: area.name }));
	}
}

/** The outcome that a state stands at; null anywhere else. */
export function outcomeOf(ground: Ground, state: State): Outcome["outcome"] | null {
	if (state.shows.kind !== "outcome") return null;
	const here = resume(ground.flows, state.flow ?? FIRST_FLOW, state.chosen);
	return here.kind === "outcome" ? here.outcome.outcome : null;
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
	if (state.chosen.length > 0) controls.push({ id: BACK, label: say.back });
	controls.push({ id: RESTART, label: say.start_again });
	return controls;
}
