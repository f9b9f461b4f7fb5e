import type { Library } from "#content/library.ts";
import type { Ground } from "#domain/conversation/advance.ts";
import { routesNow } from "#domain/conversation/routes-now.ts";
import { type State, writeState } from "#domain/conversation/state.ts";
import type { TurnView } from "#domain/conversation/turn.ts";
import { isSwitchedOff } from "#domain/directory/area-settings.ts";
import type { Urgency } from "#domain/triage/urgency.ts";
import type { Dependencies } from "#ports.ts";
import { areaBook } from "#services/area-book.ts";
import { offerServices } from "#services/offer-services.ts";
import { showCard, showSupport } from "#services/show-card.ts";
import { showDates } from "#services/show-dates.ts";
import { stagePageOf } from "#services/show-stage.ts";
import { choicesOf, controlsOf, outcomeReached } from "#services/turn-choices.ts";
import { wordsOf } from "#services/turn-words.ts";

/** All that a person sees of a state, at this minute, in their area. `triage` is of the message just sent. */
export async function viewOf(
	deps: Pick<Dependencies, "content" | "clock" | "areas" | "areaSettings" | "openSnapshots" | "places">,
	ground: Ground,
	state: State,
	urgency: Urgency,
): Promise<TurnView> {
	const { content } = deps;
	const at = deps.clock.now();
	const { area, book } = await areaBook(deps, state.area);
	const services = await offerServices(deps, state.area, needsOf(content, ground, state));
	const settings = area ? ((await deps.areaSettings.of(area.slug))?.settings ?? null) : null;
	const known = {
		area: area?.name ?? null,
		today: at.toISOString().slice(0, 10),
		found: services.length > 0,
		off: (id: string) => isSwitchedOff(settings, "answers", id),
	};
	const spoken = wordsOf(content, ground, state, known);
	const reviewed = spoken.answer?.kind === "answer" ? content.answer(spoken.answer.id) : null;
	const page = spoken.answer?.kind === "answer" && !reviewed ? stagePageOf(content, state.stage, state.audience) : null;
	// Who has not said who they are, and asks what only young people's answers answer, is spoken to as a young person.
	const reader =
		state.audience ?? (reviewed?.audiences.every((each) => each === "young_person") ? "young_person" : undefined);
	return {
		state: writeState(state),
		triage: urgency,
		urgent: showCard(deps, book, state.card, reader, state.shrunk ?? false, at),
		support: showSupport(deps, book, state.worry, reader, at),
		...spoken,
		choices: choicesOf(content, ground, state, area !== null),
		controls: controlsOf(content, state),
		routes: routesNow(book, reviewed?.routes ?? page?.routes ?? [], reader, at, content.holidays),
		services,
		timeline: state.shows.kind === "dates" ? showDates(content, state) : [],
	};
}

/** What services are looked for: what the outcome and the answer before the person name, also when they say where they live. */
function needsOf(content: Library, ground: Ground, state: State): readonly string[] {
	const { kind } = state.shows;
	if (kind === "services") return state.shows.needs;
	const outcome = kind === "outcome" || kind === "place" ? outcomeReached(ground, state) : null;
	const answer = outcome || kind === "answer" || kind === "place" ? content.answer(state.answer ?? "") : null;
	return [...(outcome?.needs ?? []), ...(answer?.needs ?? [])];
}
