import * as z from "zod";
import { Audience } from "#domain/conversation/audience.ts";
import { Stage } from "#domain/conversation/stage.ts";

/**
 * A guided set of questions, as data, so that the graph can be checked and drawn.
 * `next` names a node of the same flow, or "other-flow/node". It may hang on earlier answers: the first rule that fits wins,
 * and the last must fit always.
 */
export const Target = z.string().regex(/^[a-z0-9-]+(\/[a-z0-9-]+)?$/);

export const NextRule = z.strictObject({
	when: z.strictObject({ question: z.string(), is: z.array(z.string()).min(1) }).optional(),
	go: Target,
});

export const Option = z.strictObject({
	id: z.string().regex(/^[a-z0-9-]+$/),
	label: z.string(),
	next: z.union([Target, z.array(NextRule).min(1)]),
	/** What choosing this tells us about the person. */
	audience: Audience.optional(),
	stage: Stage.optional(),
});
export type Option = z.infer<typeof Option>;

export const Question = z.strictObject({
	id: z.string().regex(/^[a-z0-9-]+$/),
	ask: z.string(),
	help: z.string().optional(),
	options: z.array(Option).min(2),
});
export type Question = z.infer<typeof Question>;

export const Outcome = z.strictObject({
	id: z.string().regex(/^[a-z0-9-]+$/),
	outcome: z.strictObject({
		title: z.string(),
		/** The reviewed answer shown in full, and others offered as choices. */
		answer: z.string(),
		more: z.array(z.string()).default([]),
		stage: Stage.optional(),
		needs: z.array(z.string()).default([]),
		/** Straight to people: the urgent card stands first whatever else is shown. */
		urgent: z.boolean().default(false),
	}),
});
export type Outcome = z.infer<typeof Outcome>;

export const Flow = z.strictObject({
	id: z.string().regex(/^[a-z0-9-]+$/),
	title: z.string(),
	audiences: z.array(Audience).min(1),
	start: z.string(),
	nodes: z.array(z.union([Question, Outcome])).min(1),
});
export type Flow = z.infer<typeof Flow>;
export type FlowNode = Question | Outcome;
