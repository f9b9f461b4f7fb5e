import type { Draft, Located } from "#content/content.ts";
import type { Problem } from "#content/problem.ts";
import {
	type Flow,
	type FlowNode,
	NOT_SURE,
	type Option,
	type Outcome,
	type Question,
} from "#domain/conversation/flow.ts";
import { keyOf, type NodeKey, targetsOf } from "#domain/conversation/flow-graph.ts";
import { wordsOf } from "#domain/reading/sentences.ts";

const MOST_WORDS_IN_A_LABEL = 8;
/** More than this is a list to search, not a question to answer. */
const MOST_OPTIONS = 10;

/** What each node of a flow must obey by itself: options that lead somewhere, short labels, "I am not sure", known ids. */
export function checkFlowNodes(draft: Draft, nodes: ReadonlyMap<NodeKey, FlowNode>): readonly Problem[] {
	const known = {
		answers: new Set(draft.answers.map(({ value }) => value.id)),
		needs: new Set(draft.needs.map(({ value }) => value.id)),
		stages: new Set<string>(draft.stages.map(({ value }) => value.id)),
	};
	return draft.flows.flatMap((located: Located<Flow>) => {
		const { value: flow, file, lineOf } = located;
		const repeated = flow.nodes.filter((node, index) => flow.nodes.findIndex(({ id }) => id === node.id) !== index);
		return flow.nodes.flatMap((node, index) => {
			const faults = "ask" in node ? questionFaults(flow.id, node, nodes) : outcomeFaults(node, known);
			if (repeated.includes(node)) faults.push(`Two nodes are called "${node.id}".`);
			return faults.map((message) => ({ file, line: lineOf("nodes", index, "id"), message }));
		});
	});
}

function questionFaults(flow: string, question: Question, nodes: ReadonlyMap<NodeKey, FlowNode>): string[] {
	const faults: string[] = [];
	const ids = question.options.map(({ id }) => id);
	if (!ids.includes(NOT_SURE)) faults.push(`"${question.id}" has no option "${NOT_SURE}".`);
	if (new Set(ids).size < ids.length) faults.push(`Two options of "${question.id}" have the same id.`);
	if (ids.length > MOST_OPTIONS)
		faults.push(`"${question.id}" has ${ids.length} options; at most ${MOST_OPTIONS}. Ask it in two steps.`);
	for (const option of question.options) {
		const length = wordsOf(option.label).length;
		if (length > MOST_WORDS_IN_A_LABEL)
			faults.push(`The label "${option.label}" has ${length} words; at most ${MOST_WORDS_IN_A_LABEL}.`);
		for (const target of targetsOf(option))
			if (!nodes.has(keyOf(flow, target))) faults.push(`"${question.id}" goes to "${target}", which does not exist.`);
		faults.push(...ruleFaults(flow, option, nodes));
	}
	return faults;
}

/** The last rule fits always and no other does; each names a question that is asked and options that it has. */
function ruleFaults(flow: string, option: Option, nodes: ReadonlyMap<NodeKey, FlowNode>): readonly string[] {
	if (typeof option.next === "string") return [];
	const faults: string[] = [];
	option.next.forEach(({ when }, index, rules) => {
		const last = index === rules.length - 1;
		if (last && when) faults.push(`The last rule of "${option.id}" must fit always: leave out its "when".`);
		if (!last && !when) faults.push(`A rule of "${option.id}" that fits always stands before others, which it hides.`);
		if (!when || "reader" in when) return;
		const asked = nodes.get(keyOf(flow, when.question));
		if (!asked || !("ask" in asked)) {
			faults.push(`A rule of "${option.id}" looks at the question "${when.question}", which does not exist.`);
			return;
		}
		for (const id of when.is)
			if (!asked.options.some((candidate) => candidate.id === id))
				faults.push(`A rule of "${option.id}" waits for "${id}", which "${when.question}" does not offer.`);
	});
	return faults;
}

type Known = { readonly [Kind in "answers" | "needs" | "stages"]: ReadonlySet<string> };

function outcomeFaults({ id, outcome }: Outcome, known: Known): string[] {
	const answers = [outcome.answer, ...outcome.more].filter((answer) => answer !== undefined);
	const faults = answers
		.filter((answer) => !known.answers.has(answer))
		.map((answer) => `"${id}" shows the answer "${answer}", which does not exist.`);
	for (const need of outcome.needs)
		if (!known.needs.has(need)) faults.push(`"${id}" names the need "${need}", which does not exist.`);
	if (outcome.stage && !known.stages.has(outcome.stage))
		faults.push(`"${id}" is at the stage "${outcome.stage}", which has no page.`);
	return faults;
}
