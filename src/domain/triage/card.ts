import * as z from "zod";
import type { Audience } from "#domain/conversation/audience.ts";
import { Level, Reason, type Urgency } from "#domain/triage/urgency.ts";

/** What a person sees first when a message tells of danger. `routes` may name `duty`: the area's team for this hour. */
export const Card = z.strictObject({
	id: z.string(),
	levels: z.array(Level).optional(),
	reasons: z.union([z.literal("any"), z.array(Reason)]).default("any"),
	for: z.array(z.enum(["parent", "young_person", "family", "professional"])).min(1),
	title: z.string(),
	body: z.array(z.string()).min(1),
	routes: z.array(z.string()).min(1),
});
export type Card = z.infer<typeof Card>;

/** The first card that fits; null for a level that no card is for. Someone who has not said who they are is spoken to as an adult. */
export function chooseCard(cards: readonly Card[], urgency: Urgency, audience: Audience | undefined): Card | null {
	const reader = audience ?? "parent";
	return (
		cards.find(
			(card) =>
				(card.levels?.includes(urgency.level) ?? true) &&
				(card.reasons === "any" || card.reasons.includes(urgency.reason)) &&
				card.for.includes(reader),
		) ?? null
	);
}
