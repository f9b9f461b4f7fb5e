import type { Stage } from "#domain/conversation/stage.ts";
import type { Urgency } from "#domain/triage/urgency.ts";
import type { Dependencies } from "#ports.ts";
import { areaBook } from "#services/area-book.ts";
import { type CountNeeds, count } from "#services/count.ts";

type CountTurnNeeds = CountNeeds & Pick<Dependencies, "content" | "areas" | "areaSettings">;
type Met = { readonly stage?: Stage | undefined; readonly urgency: Urgency };

/** Counts the step that was asked about and the danger that was answered, for the area where that is one we know. Not waited for. */
export async function countTurn(
	deps: CountTurnNeeds,
	asked: string | undefined,
	{ stage, urgency }: Met,
): Promise<void> {
	if (!stage && urgency.level === "none") return;
	const { area } = await areaBook(deps, asked);
	if (stage) count(deps, area?.slug, "stage", stage);
	if (urgency.level !== "none") count(deps, area?.slug, "urgent", urgency.reason, urgency.level);
}
