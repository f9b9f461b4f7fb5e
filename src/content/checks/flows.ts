import type { Draft } from "#content/content.ts";
import type { Problem } from "#content/problem.ts";
import type { FlowNode, Option } from "#domain/conversation/flow.ts";

const LONGEST_PATH = 6;

/** Holds the graph of all flows: every target exists, every node is reached, every path ends within six questions in an outcome. */
export function checkFlows(draft: Draft): readonly Problem[] {
	const nodes = new Map<string, FlowNode>();
	for (const { value: flow } of draft.flows) for (const node of flow.nodes) nodes.set(`${flow.id}/${node.id}`, node);
	const answers = new Set(draft.answers.map(({ value }) => value.id));
	const needs = new Set(draft.needs.map(({ value }) => value.id));
	const reached = new Set<string>();
	const depth = new Map<string, number>();
	const found: Problem[] = [];

	/** The longest run of questions from a node on; Infinity round a loop. */
	function longest(key: string, flowId: string, trail: ReadonlySet<string>): number {
		const known = depth.get(key);
		if (known !== undefined) return known;
		const node = nodes.get(key);
		if (!node || trail.has(key)) return node ? Number.POSITIVE_INFINITY : 0;
		reached.add(key);
		if (!("ask" in node)) return 0;
		const beyond = node.options.flatMap(targets).map((target) => {
			const next = target.includes("/") ? target : `${flowId}/${target}`;
			return longest(next, next.split("/")[0] ?? flowId, new Set([...trail, key]));
		});
		const own = 1 + Math.max(...beyond);
		if (Number.isFinite(own)) depth.set(key, own);
		return own;
	}

	for (const { value: flow, file, lineOf } of draft.flows) {
		const say = (line: number, message: string) => found.push({ file, line, message });
		if (!nodes.has(`${flow.id}/${flow.start}`))
			say(lineOf("start"), `The flow starts at "${flow.start}", which is not one of its nodes.`);
		const length = longest(`${flow.id}/${flow.start}`, flow.id, new Set());
		if (length > LONGEST_PATH)
			say(
				lineOf("start"),
				Number.isFinite(length)
					? `A path has ${length} questions; at most ${LONGEST_PATH}.`
					: "A path runs in a circle and never ends.",
			);
		flow.nodes.forEach((node, index) => {
			const line = lineOf("nodes", index, "id");
			if ("ask" in node) {
				for (const target of node.options.flatMap(targets))
					if (!nodes.has(target.includes("/") ? target : `${flow.id}/${target}`))
						say(line, `"${node.id}" goes to "${target}", which does not exist.`);
				for (const option of node.options)
					if (Array.isArray(option.next) && option.next.at(-1)?.when)
						say(line, `The last rule of "${option.id}" must fit always: leave out its "when".`);
			} else {
				for (const id of [node.outcome.answer, ...node.outcome.more])
					if (!answers.has(id)) say(line, `"${node.id}" shows the answer "${id}", which does not exist.`);
				for (const id of node.outcome.needs)
					if (!needs.has(id)) say(line, `"${node.id}" names the need "${id}", which does not exist.`);
			}
		});
	}
	for (const { value: flow, file, lineOf } of draft.flows)
		flow.nodes.forEach((node, index) => {
			if (!reached.has(`${flow.id}/${node.id}`))
				found.push({ file, line: lineOf("nodes", index, "id"), message: `No path leads to "${node.id}".` });
		});
	return found;
}

function targets(option: Option): readonly string[] {
	return typeof option.next === "string" ? [option.next] : option.next.map((rule) => rule.go);
}
