import { advance } from "#domain/conversation/advance.ts";
import type { Outcome } from "#domain/conversation/flow.ts";
import { readState, type State } from "#domain/conversation/state.ts";
import type { Turn, TurnView } from "#domain/conversation/turn.ts";
import { triage } from "#domain/triage/triage.ts";
import { graver, type Urgency } from "#domain/triage/urgency.ts";
import type { Dependencies } from "#ports.ts";
import { conversationGround } from "#services/conversation-ground.ts";
import { countTurn } from "#services/count-turn.ts";
import { helpWithModel } from "#services/help-with-model.ts";
import type { OnSentence } from "#services/phrase-answer.ts";
import { outcomeOf } from "#services/turn-choices.ts";
import { viewOf } from "#services/view-of.ts";

export const NOTHING_URGENT: Urgency = { level: "none", reason: "none" };

export type ConversationNeeds = Pick<
	Dependencies,
	"content" | "clock" | "areas" | "areaSettings" | "answers" | "openSnapshots" | "places" | "tallies" | "languageModel"
>;

/**
 * One exchange. Triage comes first and nothing after it can lower what it found. Whatever is down (database,
 * directory), the answer, the card and the routes still come: they are compiled into the build. Where an area has switched a
 * language model on it may help last of all; `onSentence` hears each sentence of it as soon as it is accepted.
 */
export async function takeTurn(
	deps: ConversationNeeds,
	turn: Turn,
	onSentence: OnSentence = () => {},
): Promise<TurnView> {
	const urgency = turn.input.kind === "text" ? triage(turn.input.text) : NOTHING_URGENT;
	const ground = conversationGround(deps);
	const before = remember(await placed(deps, turn, readState(turn.state)), urgency);
	const after = advance(ground, before, turn.input);
	const disclosed = after.chosen.length > before.chosen.length ? disclosureOf(outcomeOf(ground, after)) : null;
	const state = disclosed ? remember(after, disclosed) : after;
	const stage = state.stage === before.stage ? undefined : state.stage;
	void countTurn(deps, state.area, { stage, urgency: graver(disclosed ?? NOTHING_URGENT, urgency) });
	const view = await viewOf(deps, ground, state, urgency);
	if (turn.input.kind !== "text" || !deps.languageModel) return view;
	const { text } = turn.input;
	const other = (next: State) => viewOf(deps, ground, next, urgency);
	return helpWithModel(deps, { text, urgency, state, view, viewOf: other, onSentence });
}

/** A flow's "someone is hurting me" is a disclosure though no word was typed. It is made once, on arriving. */
function disclosureOf(outcome: Outcome["outcome"] | null): Urgency | null {
	if (!outcome?.urgent) return null;
	return { level: "urgent", reason: outcome.urgent === true ? "disclosure_unspecified" : outcome.urgent };
}

/** The page of a state again, as after a reload: nothing is asked, so nothing is triaged anew. */
export function showConversation(deps: ConversationNeeds, token: string): Promise<TurnView> {
	return viewOf(deps, conversationGround(deps), readState(token), NOTHING_URGENT);
}

/** The state with what this turn says of area and audience. An unknown area or postcode leaves it as it was; a new start forgets who asked. */
async function placed(deps: ConversationNeeds, turn: Turn, state: State): Promise<State> {
	const found = turn.input.kind === "postcode" ? await deps.places.areaOf(turn.input.postcode).catch(() => null) : null;
	const asked = turn.input.kind === "start" ? undefined : state.audience;
	return { ...state, area: found ?? turn.area ?? state.area, audience: turn.audience ?? asked };
}

/** The gravest urgency stays for the session; a new cry for help opens a card that was made small. */
function remember(state: State, urgency: Urgency): State {
	const { worry: _worry, ...rest } = state;
	if (urgency.level === "concern") return { ...rest, worry: urgency.reason };
	if (urgency.level === "none") return rest;
	return { ...rest, card: graver(urgency, state.card ?? NOTHING_URGENT), shrunk: false };
}
