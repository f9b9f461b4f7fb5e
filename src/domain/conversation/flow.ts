import * as z from "zod";
import { Audience } from "#domain/conversation/audience.ts";
import { Stage } from "#domain/conversation/stage.ts";
import { Reason } from "#domain/triage/urgency.ts";

/** Every question offers this option, and it leads somewhere useful: nobody is stopped by not knowing. */
export const NOT_SURE = "not-sure";

/**
 * A guided set of questions, as data, so that the graph can be checked and drawn.
 * `next` names a node of the same flow, or "other-flow/node". It may hang on earlier answers: the first rule that fits wins,
 * and the last must fit always.
 */
export const Target = z.string().regex(/^[a-z0-9-]+(\/[a-z0-9-]+)?$/);

/** What a rule may look at: the option chosen at an earlier question, or who the options chosen say is asking. */
export const Condition = z.union([
	z.strictObject({ question: Target, is: z.array(z.string()).min(1) }),
	z.strictObject({ reader: z.array(Audience).min(1) }),
]);
export type Condition = z.infer<typeof Condition>;

export const NextRule = z.strictObject({ when: Condition.optional(), go: Target });

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
	outcome: z
		.strictObject({
			title: z.string(),
			/** The reviewed answer shown in full. Left out, the page of the stage answers. */
			answer: z.string().optional(),
			/** Answers offered as choices. */
			more: z.array(z.string()).default([]),
			/** The step of the process that the person is at: its page and its eight questions stand beside the answer. */
			stage: Stage.optional(),
			needs: z.array(z.string()).default([]),
			/** Straight to people: the urgent card stands first whatever else is shown. A reason chooses which card. */
			urgent: z.union([z.boolean(), Reason]).default(false),
		})
		.refine(({ answer, stage }) => answer !== undefined || stage !== undefined, "name an answer, a stage, or both"),
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
