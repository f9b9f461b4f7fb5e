import type { State } from "#domain/conversation/state.ts";
import { switchedOff } from "#domain/directory/area-settings.ts";
import { holdsCourtPapers } from "#domain/privacy/court-papers.ts";
import { redact } from "#domain/privacy/redact.ts";
import type { Urgency } from "#domain/triage/urgency.ts";
import type { LanguageModel } from "#ports/language-model.ts";
import type { Dependencies } from "#ports.ts";
import { publishedPhones } from "#services/published-phones.ts";

export type ModelNeeds = Pick<Dependencies, "content" | "clock" | "areaSettings" | "languageModel">;

/** A message that the model may see: what tells who somebody is has been taken out. */
export type Gate =
	| { readonly kind: "open"; readonly model: LanguageModel; readonly area: string; readonly question: string }
	| { readonly kind: "shut" }
	/** The person should know why no computer reads this. */
	| { readonly kind: "court_papers" };

const SHUT: Gate = { kind: "shut" };

/**
 * Whether the model may see a message. Never in danger or after it, never in an area that has not switched it on or has switched
 * it off at the desk, never where the desk's switch cannot be read, and never with court papers. The budget is not yet touched.
 */
export async function modelGate(deps: ModelNeeds, text: string, urgency: Urgency, state: State): Promise<Gate> {
	const { languageModel: model } = deps;
	if (!model) return SHUT;
	if (urgency.level === "emergency" || urgency.level === "urgent" || state.card) return SHUT;
	const { areas } = model.settings;
	if (!state.area || (areas !== "*" && !areas.includes(state.area))) return SHUT;
	// A switch that cannot be read counts as off.
	const found = await deps.areaSettings.of(state.area).catch(() => null);
	if (!found || switchedOff(found.settings, "model") !== null) return SHUT;
	if (holdsCourtPapers(text)) {
		model.count("court_papers");
		return { kind: "court_papers" };
	}
	const { redacted } = redact(text, publishedPhones(deps.content));
	return { kind: "open", model, area: state.area, question: redacted };
}

/** Takes a request from the area's budget of today; false, and counted, where it is spent. */
export function spendOne({ model, area }: Extract<Gate, { kind: "open" }>, now: Date): boolean {
	if (model.spend(area, now.toISOString().slice(0, 10))) return true;
	model.count("over_budget");
	return false;
}
