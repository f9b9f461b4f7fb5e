import * as z from "zod";

/**
 * How urgent a message is. `emergency`: danger now or very soon, 999 first. `urgent`: a disclosure
 * that needs a helpline or the duty social worker today. `concern`: worry or hardship. `none`: information.
 */
export const Level = z.enum(["emergency", "urgent", "concern", "none"]);
export type Level = z.infer<typeof Level>;

export const Reason = z.enum([
	"physical_harm",
	"sexual_harm",
	"emotional_abuse",
	"neglect",
	"domestic_abuse",
	"self_harm_suicide",
	"exploitation",
	"missing",
	"honour_based_abuse",
	"abduction",
	"threat_to_others",
	"medical",
	"disclosure_unspecified",
	"carer_strain",
	"low_mood",
	"anxiety",
	"family_conflict",
	"hardship",
	"worry_about_parent",
	"substance_use",
	"worry_about_other_child",
	"none",
]);
export type Reason = z.infer<typeof Reason>;

export const Urgency = z.object({ level: Level, reason: Reason });
export type Urgency = z.infer<typeof Urgency>;

const ORDER: Readonly<Record<Level, number>> = { none: 0, concern: 1, urgent: 2, emergency: 3 };

/** The graver of two judgements; the first when they are level. Nothing may lower an urgency (design rule 1). */
export function graver(first: Urgency, second: Urgency): Urgency {
	return ORDER[second.level] > ORDER[first.level] ? second : first;
}
