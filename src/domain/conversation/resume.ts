import type { Flow, Option, Outcome, Question } from "#domain/conversation/flow.ts";

/** Where a walk stands: at a question, at an outcome, or at the first choice that was not offered. */
export type Standing =
	| { readonly kind: "question"; readonly flow: string; readonly question: Question; readonly taken: readonly Option[] }
	| { readonly kind: "outcome"; readonly flow: string; readonly outcome: Outcome; readonly taken: readonly Option[] }
	| { readonly kind: "invalid"; readonly at: number };

/**
 * Folds the chosen options over the graph, from the start of `flow`. Nothing is remembered but the choices,
 * so going back is leaving the last one out. A choice that was not on offer is `invalid` with its position.
 */
export function resume(flows: ReadonlyMap<string, Flow>, flow: string, chosen: readonly string[]): Standing {
	let here = locate(flows, flow, flows.get(flow)?.start ?? "");
	const taken: Option[] = [];
	const answers = new Map<string, string>();
	for (const [index, id] of chosen.entries()) {
		if (!here || !("ask" in here.node)) return { kind: "invalid", at: index };
		const option = here.node.options.find((candidate) => candidate.id === id);
		if (!option) return { kind: "invalid", at: index };
		answers.set(here.node.id, id);
		taken.push(option);
		here = locate(flows, here.flow, targetOf(option, answers));
	}
	if (!here) return { kind: "invalid", at: chosen.length };
	if ("ask" in here.node) return { kind: "question", flow: here.flow, question: here.node, taken };
	return { kind: "outcome", flow: here.flow, outcome: here.node, taken };
}

function targetOf(option: Option, answers: ReadonlyMap<string, string>): string {
	if (typeof option.next === "string") return option.next;
	const rule = option.next.find(({ when }) => !when || when.is.includes(answers.get(when.question) ?? ""));
	return rule?.go ?? "";
}

function locate(flows: ReadonlyMap<string, Flow>, flow: string, target: string) {
	const [flowId = flow, nodeId = target] = target.includes("/") ? target.split("/") : [flow, target];
	const node = flows.get(flowId)?.nodes.find((candidate) => candidate.id === nodeId);
	return node ? { flow: flowId, node } : null;
}
