import type { Library } from "#content/library.ts";
import { FIRST_FLOW, type Ground } from "#domain/conversation/advance.ts";
import { resume } from "#domain/conversation/resume.ts";
import type { State } from "#domain/conversation/state.ts";
import type { ShownAnswer } from "#domain/conversation/turn.ts";
import { showAnswer, showStep } from "#services/show-answer.ts";

export type Spoken = { readonly answer: ShownAnswer | null; readonly also: ShownAnswer | null };

/** Puts words to what a state shows. `area` is the name of the area the person has, null for none. */
export function wordsOf(library: Library, ground: Ground, state: State, area: string | null, today: string): Spoken {
	const say = library.words.conversation;
	const reviewed = (id: string | undefined) => {
		const answer = id === undefined ? null : library.answer(id);
		return answer ? showAnswer(library, answer, today) : null;
	};
	const waiting = state.flow ? step(ground, state) : null;
	const alone = (answer: ShownAnswer | null): Spoken => ({ answer, also: null });
	switch (state.shows.kind) {
		case "question":
			return alone(step(ground, state));
		case "outcome":
			return alone(reviewed(state.answer) ?? nothing(library));
		case "answer":
			return { answer: reviewed(state.answer) ?? nothing(library), also: reviewed(state.shows.also) ?? waiting };
		case "clarify":
			return alone(showStep("clarify", "clarify", say.clarify.title, [say.clarify.body]));
		case "no_answer":
			return alone(nothing(library));
		case "dates":
			return state.event
				? alone(showStep("step", "dates", say.date_intro.title, [say.date_intro.body]))
				: alone(showStep("step", "which-event", say.which_event.title, [say.which_event.body]));
		case "place":
			return area
				? alone(showStep("step", "place", say.postcode_kept.title, [say.postcode_kept.body.replace("{area}", area)]))
				: alone(showStep("step", "unknown-place", say.unknown_place.title, [say.unknown_place.body]));
	}
}

function nothing(library: Library): ShownAnswer {
	const { title, body } = library.words.conversation.no_answer;
	return showStep("no_answer", "no-answer", title, [body]);
}

function step(ground: Ground, state: State): ShownAnswer | null {
	const here = resume(ground.flows, state.flow ?? FIRST_FLOW, state.chosen);
	if (here.kind !== "question") return null;
	return showStep("step", here.question.id, here.question.ask, here.question.help ? [here.question.help] : []);
}
