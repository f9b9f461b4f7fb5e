import type { UrgentCard } from "#domain/conversation/turn.ts";
import { triage } from "#domain/triage/triage.ts";
import type { Urgency } from "#domain/triage/urgency.ts";
import type { Dependencies } from "#ports.ts";
import { areaBook } from "#services/area-book.ts";
import { countTurn } from "#services/count-turn.ts";
import { showCard } from "#services/show-card.ts";

/** Only the danger in some words, with its card: for a message that cannot otherwise be taken, and for a search. */
export async function findUrgency(
	deps: Pick<Dependencies, "content" | "clock" | "areas" | "areaSettings" | "tallies">,
	text: string,
	area?: string,
): Promise<{ readonly triage: Urgency; readonly urgent: UrgentCard | null }> {
	const urgency = triage(text);
	void countTurn(deps, area, { urgency });
	// Only areas of the build have routes of their own, and danger waits for no database.
	const { book } = await areaBook(deps, area && deps.content.area(area) ? area : undefined);
	return { triage: urgency, urgent: showCard(deps, book, urgency, undefined, false, deps.clock.now()) };
}
