import * as z from "zod";
import { Block } from "#domain/answers/block.ts";
import { Audience } from "#domain/conversation/audience.ts";
import { Route } from "#domain/conversation/route.ts";
import { AreaSlug } from "#domain/directory/area.ts";
import { Urgency } from "#domain/triage/urgency.ts";

/** What a person does in one turn. Text has no upper limit here: triage reads all of it, the body limit bounds it. */
export const TurnInput = z.discriminatedUnion("kind", [
	z.object({ kind: z.literal("start") }),
	z.object({ kind: z.literal("choice"), id: z.string().max(200) }),
	z.object({ kind: z.literal("text"), text: z.string() }),
	z.object({ kind: z.literal("date"), date: z.iso.date(), event: z.string().max(60).optional() }),
	z.object({ kind: z.literal("postcode"), postcode: z.string().max(20) }),
]);
export type TurnInput = z.infer<typeof TurnInput>;

export const Turn = z
	.object({
		area: AreaSlug.optional(),
		audience: Audience.optional(),
		/** The opaque token of the turn before. A token we cannot read is a fresh start, never an error. */
		state: z.string().max(4000).optional(),
		input: TurnInput,
	})
	.meta({ id: "Turn" });
export type Turn = z.infer<typeof Turn>;

export const UrgentCard = z.object({
	title: z.string(),
	body: z.array(z.string()),
	routes: z.array(Route),
	/** The person said that they are not in danger: shown small, never taken away. */
	shrunk: z.boolean(),
});
export type UrgentCard = z.infer<typeof UrgentCard>;

export const Choice = z.object({ id: z.string(), label: z.string() });
export type Choice = z.infer<typeof Choice>;

export const ShownSource = z.object({ title: z.string(), url: z.string(), date: z.string() });

export const ShownAnswer = z.object({
	kind: z.enum(["answer", "step", "clarify", "no_answer"]),
	id: z.string(),
	title: z.string(),
	blocks: z.array(Block),
	topics: z.array(z.string()),
	sources: z.array(ShownSource),
	reviewed: z.string().nullable(),
	review_by: z.string().nullable(),
	written_by: z.enum(["reviewed", "model"]),
});
export type ShownAnswer = z.infer<typeof ShownAnswer>;

export const RouteGroups = z.object({
	human: z.array(Route),
	advocacy: z.array(Route),
	legal: z.array(Route),
	helplines: z.array(Route),
});
export type RouteGroups = z.infer<typeof RouteGroups>;

export const TimelineEntry = z.object({
	what: z.string(),
	by: z.string(),
	strength: z.enum(["must", "should"]),
	rule: z.string(),
});
export type TimelineEntry = z.infer<typeof TimelineEntry>;

/** A service as a turn offers it: enough to choose, with the address of the rest. */
export const OfferedService = z.object({
	id: z.string(),
	name: z.string(),
	organization: z.string().optional(),
	summary: z.string().optional(),
	phone: z.string().optional(),
	url: z.string().optional(),
	assured_date: z.string().optional(),
});
export type OfferedService = z.infer<typeof OfferedService>;

export const TurnView = z
	.object({
		state: z.string(),
		triage: Urgency,
		urgent: UrgentCard.nullable(),
		/** The quiet card of a worry or a hardship. */
		support: UrgentCard.nullable(),
		answer: ShownAnswer.nullable(),
		/** A second reviewed text: when one message asked two things, or the eight questions families ask of their stage. */
		also: ShownAnswer.nullable(),
		/** The flow's question that still waits after something else was asked; its options are among the choices. */
		waiting: ShownAnswer.nullable(),
		choices: z.array(Choice),
		/** What the guide can always do: go back, start again, make the card small or large. */
		controls: z.array(Choice),
		routes: RouteGroups,
		services: z.array(OfferedService),
		timeline: z.array(TimelineEntry),
	})
	.meta({ id: "TurnView" });
export type TurnView = z.infer<typeof TurnView>;
