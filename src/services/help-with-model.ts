import type { Answer } from "#content/schema.ts";
import { MOST_OFFERED, type State } from "#domain/conversation/state.ts";
import type { TurnView } from "#domain/conversation/turn.ts";
import { isSwitchedOff } from "#domain/directory/area-settings.ts";
import type { Urgency } from "#domain/triage/urgency.ts";
import { type ModelNeeds, modelGate, spendOne } from "#services/model-gate.ts";
import { type OnSentence, phraseAnswer } from "#services/phrase-answer.ts";
import { showStep } from "#services/show-answer.ts";
import { isPastReview } from "#services/show-document.ts";
import { understandQuestion } from "#services/understand-question.ts";

type Asked = {
	readonly text: string;
	readonly urgency: Urgency;
	readonly state: State;
	/** What stands without the model: shown wherever it does not help. */
	readonly view: TurnView;
	/** The view of another state, as it stands without the model. */
	readonly viewOf: (state: State) => Promise<TurnView>;
	readonly onSentence: OnSentence;
};

/**
 * What the model may add to a turn, once all else is decided: which answer was meant where none was found, or a shorter
 * text of those that were. Whatever goes wrong, the view that stood without it is shown. Never throws.
 */
export async function helpWithModel(deps: ModelNeeds, asked: Asked): Promise<TurnView> {
	const { state, view } = asked;
	const { kind } = state.shows;
	if (!deps.languageModel || (kind !== "answer" && kind !== "clarify" && kind !== "no_answer")) return view;
	const gate = await modelGate(deps, asked.text, asked.urgency, state);
	if (gate.kind === "shut") return view;
	if (gate.kind === "court_papers") return withNote(deps, view);
	const young = isYoung(deps, state);
	if (young && !gate.model.settings.youngPeople) return view;
	const usable = await usableAnswers(deps, gate.area);
	if (kind === "answer") {
		const ids = [state.answer, "also" in state.shows ? state.shows.also : undefined];
		const answers = ids.flatMap((id) => usable.find((answer) => answer.id === id) ?? []);
		if (answers[0]?.id !== state.answer || !spendOne(gate, deps.clock.now())) return view;
		const { words } = deps.content;
		const answer = await phraseAnswer(gate.model, { question: gate.question, answers, young, words }, asked.onSentence);
		return answer ? { ...view, answer, also: answers.length > 1 ? null : view.also } : view;
	}
	if (!spendOne(gate, deps.clock.now())) return view;
	const side = usable.filter(({ audiences }) => audiences.every((each) => each === "young_person") === young);
	const meant = await understandQuestion(gate.model, gate.question, side);
	if (!meant) return view;
	const offered = [meant, ...state.offered.filter((id) => id !== meant)].slice(0, MOST_OFFERED);
	const { title, body } = deps.content.words.model.did_you_mean;
	const again = await asked.viewOf({ ...state, shows: { kind: "clarify" }, offered });
	return { ...again, answer: { ...showStep("clarify", "did-you-mean", title, [body]), written_by: "model" } };
}

/** Whoever has not said who they are, and is answered from young people's answers alone, counts as young. */
function isYoung({ content }: ModelNeeds, { audience, answer, shows, offered }: State): boolean {
	if (audience !== undefined) return audience === "young_person";
	const ids = shows.kind === "answer" ? [answer ?? ""] : offered;
	return ids.some((id) => content.answer(id)?.audiences.every((each) => each === "young_person"));
}

/** Answers that may be shown today in this area. */
async function usableAnswers(deps: ModelNeeds, area: string): Promise<readonly Answer[]> {
	const today = deps.clock.now().toISOString().slice(0, 10);
	const settings = (await deps.areaSettings.of(area).catch(() => null))?.settings ?? null;
	return deps.content.content.answers.filter(
		(answer) => !isPastReview(answer, today) && !isSwitchedOff(settings, "answers", answer.id),
	);
}

/** The same, with a kind word on court papers at the end. */
function withNote({ content }: ModelNeeds, view: TurnView): TurnView {
	if (!view.answer) return view;
	const note = { kind: "paragraph" as const, content: [{ text: content.words.model.court_papers.body, strong: true }] };
	return { ...view, answer: { ...view.answer, blocks: [...view.answer.blocks, note] } };
}
