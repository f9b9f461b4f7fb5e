import type { Audience } from "#domain/conversation/audience.ts";
import type { Condition, Flow, FlowNode, Option, Outcome, Question } from "#domain/conversation/flow.ts";
import { keyOf, type NodeKey } from "#domain/conversation/flow-graph.ts";

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
	let here = locate(flows, keyOf(flow, flows.get(flow)?.start ?? ""));
	const taken: Option[] = [];
	const answers = new Map<NodeKey, string>();
	for (const [index, id] of chosen.entries()) {
		if (!here || !("ask" in here.node)) return { kind: "invalid", at: index };
		const option = here.node.options.find((candidate) => candidate.id === id);
		if (!option) return { kind: "invalid", at: index };
		answers.set(keyOf(here.flow, here.node.id), id);
		taken.push(option);
		here = locate(flows, keyOf(here.flow, targetOf(option, here.flow, { answers, reader: readerOf(taken) })));
	}
	if (!here) return { kind: "invalid", at: chosen.length };
	if ("ask" in here.node) return { kind: "question", flow: here.flow, question: here.node, taken };
	return { kind: "outcome", flow: here.flow, outcome: here.node, taken };
}

/** Who is asking, as the options taken tell: the last that says so. */
export function readerOf(taken: readonly Option[]): Audience | undefined {
	return taken.findLast(({ audience }) => audience !== undefined)?.audience;
}

type Known = { readonly answers: ReadonlyMap<NodeKey, string>; readonly reader: Audience | undefined };

/** Where an option of `flow` leads, given what is known: its one target, or that of the first rule that fits. */
function targetOf(option: Option, flow: string, known: Known): string {
	if (typeof option.next === "string") return option.next;
	return option.next.find(({ when }) => !when || fits(when, flow, known))?.go ?? "";
}

function fits(when: Condition, flow: string, { answers, reader }: Known): boolean {
	if ("reader" in when) return reader !== undefined && when.reader.includes(reader);
	return when.is.includes(answers.get(keyOf(flow, when.question)) ?? "");
}

type Located = { readonly flow: string; readonly node: FlowNode };

function locate(flows: ReadonlyMap<string, Flow>, key: NodeKey): Located | null {
	const [flow = "", id = ""] = key.split("/");
	const node = flows.get(flow)?.nodes.find((candidate) => candidate.id === id);
	return node ? { flow, node } : null;
}
