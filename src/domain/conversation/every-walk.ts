import type { Flow, Option, Outcome, Question } from "#domain/conversation/flow.ts";
import { keyOf, type NodeKey } from "#domain/conversation/flow-graph.ts";
import { resume } from "#domain/conversation/resume.ts";

/** A place that a person can come to, and the options that lead there. */
export type Walk = {
	readonly chosen: readonly string[];
	/** The question that the last of them answered; null at the start. */
	readonly from: NodeKey | null;
	readonly flow: string;
	readonly node: Question | Outcome;
	readonly taken: readonly Option[];
};

/**
 * Every walk from the start of `first`, the unfinished ones included, each before those that go on from it.
 * The flows must hold no circle. A walk that leads nowhere is left out: the graph's own check names it.
 */
export function* everyWalk(
	flows: ReadonlyMap<string, Flow>,
	first: string,
	chosen: readonly string[] = [],
	from: NodeKey | null = null,
): Generator<Walk> {
	const here = resume(flows, first, chosen);
	if (here.kind === "invalid") return;
	const { flow, taken } = here;
	if (here.kind === "outcome") {
		yield { chosen, from, flow, node: here.outcome, taken };
		return;
	}
	yield { chosen, from, flow, node: here.question, taken };
	const key = keyOf(flow, here.question.id);
	for (const { id } of here.question.options) yield* everyWalk(flows, first, [...chosen, id], key);
}
