import { advance, type Ground } from "#domain/conversation/advance.ts";
import { routesNow } from "#domain/conversation/routes-now.ts";
import { readState, type State, writeState } from "#domain/conversation/state.ts";
import type { Turn, TurnView } from "#domain/conversation/turn.ts";
import { triage } from "#domain/triage/triage.ts";
import { graver, type Urgency } from "#domain/triage/urgency.ts";
import type { Dependencies } from "#ports.ts";
import { areaBook } from "#services/area-book.ts";
import { offerServices } from "#services/offer-services.ts";
import { showCard, showSupport } from "#services/show-card.ts";
import { showDates } from "#services/show-dates.ts";
import { choicesOf, controlsOf } from "#services/turn-choices.ts";
import { wordsOf } from "#services/turn-words.ts";

const NONE: Urgency = { level: "none", reason: "none" };
/** A flow's "someone is hurting me" is a disclosure though no word was typed. */
const DISCLOSURE: Urgency = { level: "urgent", reason: "disclosure_unspecified" };

type Needed = Pick<Dependencies, "content" | "clock" | "areas" | "answers" | "search" | "places">;

/**
 * One exchange. Triage comes first and nothing after it can lower what it found. Whatever is down (database,
 * directory), the answer, the card and the routes still come: they are compiled into the build.
 */
export async function takeTurn(deps: Needed, turn: Turn): Promise<TurnView> {
	const urgency = turn.input.kind === "text" ? triage(turn.input.text) : NONE;
	const { content } = deps;
	const at = deps.clock.now();
	const ground: Ground = {
		flows: content.flows,
		findAnswer: (text, state) => deps.answers.findAnswer(text, state.audience, state.answer),
	};
	const asked = await placed(deps, turn, readState(turn.state));
	const { state: advanced, shows } = advance(ground, remember(asked, urgency), turn.input);
	const outcome = shows.kind === "outcome" ? shows.outcome : null;
	const state = outcome?.urgent ? remember(advanced, DISCLOSURE) : advanced;
	const { area, book } = await areaBook(deps, state.area);
	const spoken = wordsOf(content, ground, state, shows, area?.name ?? null, at.toISOString().slice(0, 10));
	const reviewed = spoken.answer?.kind === "answer" ? content.answer(spoken.answer.id) : null;
	return {
		state: writeState(state),
		triage: urgency,
		urgent: showCard(deps, book, state.card ?? NONE, state.audience, state.shrunk ?? false, at),
		support: showSupport(deps, book, urgency, state.audience, at),
		...spoken,
		choices: choicesOf(content, ground, state, shows),
		controls: controlsOf(content, state),
		routes: routesNow(book, reviewed?.routes ?? [], state.audience, at, content.holidays),
		services: await offerServices(deps, state.area, [...(outcome?.needs ?? []), ...(reviewed?.needs ?? [])]),
		timeline: shows.kind === "dates" ? showDates(content, state) : [],
	};
}

/** The state with what this turn says of area and audience. An unknown area or postcode leaves it as it was. */
async function placed(deps: Needed, turn: Turn, state: State): Promise<State> {
	const found = turn.input.kind === "postcode" ? await deps.places.areaOf(turn.input.postcode) : null;
	return { ...state, area: found ?? turn.area ?? state.area, audience: turn.audience ?? state.audience };
}

/** The gravest urgency stays for the session; a new cry for help opens a card that was made small. */
function remember(state: State, urgency: Urgency): State {
	if (urgency.level !== "urgent" && urgency.level !== "emergency") return state;
	return { ...state, card: graver(urgency, state.card ?? NONE), shrunk: false };
}
