import type { Library } from "#content/library.ts";
import { FIRST_FLOW, type Ground, isAside } from "#domain/conversation/advance.ts";
import { resume } from "#domain/conversation/resume.ts";
import type { State } from "#domain/conversation/state.ts";
import type { ShownAnswer } from "#domain/conversation/turn.ts";
import { showAnswer, showStep } from "#services/show-answer.ts";
import { showEightQuestions } from "#services/show-eight-questions.ts";
import { showStageOpening, showStagePart, stagePageOf } from "#services/show-stage.ts";
import { outcomeOf } from "#services/turn-choices.ts";

/** The words of a turn. `also` is a second reviewed text, `waiting` the flow's question when something else was asked. */
export type Spoken = {
	readonly answer: ShownAnswer | null;
	readonly also: ShownAnswer | null;
	readonly waiting: ShownAnswer | null;
};

/** What is known besides: the name of the person's area (null for none), the date, and whether services were found for them. */
type Known = {
	readonly area: string | null;
	readonly today: string;
	readonly found: boolean;
	/** Whether the person's area has switched an answer off at its desk. */
	readonly off: (answer: string) => boolean;
};

/** Puts words to what a state shows. */
export function wordsOf(library: Library, ground: Ground, state: State, { area, today, found, off }: Known): Spoken {
	const say = library.words.conversation;
	const reviewed = (id: string | undefined) => {
		const answer = id === undefined ? null : library.answer(id);
		return answer ? showAnswer(library, answer, today, state.audience, off(answer.id)) : null;
	};
	const waiting = isAside(state) && !asksItself(state, area !== null) ? step(ground, state) : null;
	const spoken = (answer: ShownAnswer | null, also: ShownAnswer | null = null): Spoken => ({ answer, also, waiting });
	switch (state.shows.kind) {
		case "question":
			return spoken(step(ground, state));
		case "outcome": {
			const stage = outcomeOf(ground, state)?.stage;
			const page = stagePageOf(library, stage, state.audience);
			const answer = reviewed(state.answer) ?? (page ? showStageOpening(library, page, today) : nothing(library));
			return spoken(answer, showEightQuestions(library, stage, state.audience, today));
		}
		case "part": {
			const page = stagePageOf(library, state.stage, state.audience);
			return spoken((page && showStagePart(library, page, state.shows.part, today)) ?? nothing(library));
		}
		case "answer":
			return spoken(reviewed(state.answer) ?? nothing(library), reviewed(state.shows.also));
		case "clarify":
			return spoken(showStep("clarify", "clarify", say.clarify.title, [say.clarify.body]));
		case "no_answer":
			return spoken(nothing(library));
		case "small_talk": {
			const { title, body } = library.words.small_talk[state.shows.talk];
			return spoken(showStep("step", state.shows.talk, title, [body]));
		}
		case "services": {
			const near = found ? say.services_near : say.services_none;
			const { title, body } = area === null ? say.services_where : near;
			return spoken(showStep("step", "services", title, [body]));
		}
		case "dates":
			return state.event
				? spoken(showStep("step", "dates", say.date_intro.title, [say.date_intro.body]))
				: spoken(showStep("step", "which-event", say.which_event.title, [say.which_event.body]));
		case "place":
			return area
				? spoken(showStep("step", "place", say.postcode_kept.title, [say.postcode_kept.body.replace("{area}", area)]))
				: spoken(showStep("step", "unknown-place", say.unknown_place.title, [say.unknown_place.body]));
	}
}

/** Whether the guide asks something of its own, beside which no other question should stand. */
function asksItself(state: State, areaKnown: boolean): boolean {
	return (
		(state.shows.kind === "dates" && !state.event) ||
		((state.shows.kind === "place" || state.shows.kind === "services") && !areaKnown)
	);
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
