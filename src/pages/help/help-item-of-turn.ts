import type { Library } from "#content/library.ts";
import { FIRST_FLOW } from "#domain/conversation/advance.ts";
import { resume } from "#domain/conversation/resume.ts";
import { readState } from "#domain/conversation/state.ts";
import type { TurnView } from "#domain/conversation/turn.ts";
import type { HelpItem } from "#domain/tallies/help-given.ts";

/** What "did this help?" asks about after a turn: where the questions led, an answer, or a step's page; null where the guide asks itself. */
export function helpItemOfTurn(content: Library, view: TurnView): HelpItem | null {
	if (view.answer?.kind !== "answer") return null;
	const state = readState(view.state);
	if (state.shows.kind === "outcome") {
		const here = resume(content.flows, state.flow ?? FIRST_FLOW, state.chosen);
		if (here.kind === "outcome") return { kind: "outcome", id: `${here.flow}/${here.outcome.id}` };
	}
	if (content.answer(view.answer.id)) return { kind: "answer", id: view.answer.id };
	if (!state.stage) return null;
	return { kind: "stage", id: state.stage, reader: state.audience === "young_person" ? "young_person" : "parent" };
}
