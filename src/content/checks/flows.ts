import { checkFlowNodes } from "#content/checks/flow-nodes.ts";
import type { Draft } from "#content/content.ts";
import type { Problem } from "#content/problem.ts";
import { FIRST_FLOW } from "#domain/conversation/advance.ts";
import { everyWalk, type Walk } from "#domain/conversation/every-walk.ts";
import { keyOf, longestFrom, type NodeKey, nodesOf, targetsOf } from "#domain/conversation/flow-graph.ts";
import { readerOf } from "#domain/conversation/resume.ts";

const LONGEST_PATH = 6;

/**
 * Holds the graph of all flows: every target exists, every node is reached by some walk, every walk ends within six
 * questions at an outcome whose answer is written for whoever walked it.
 */
export function checkFlows(draft: Draft): readonly Problem[] {
	const flows = new Map(draft.flows.map(({ value }) => [value.id, value]));
	const nodes = nodesOf(flows.values());
	const found: Problem[] = [...checkFlowNodes(draft, nodes)];
	for (const { value, file, lineOf } of draft.flows)
		if (!nodes.has(keyOf(value.id, value.start)))
			found.push({
				file,
				line: lineOf("start"),
				message: `The flow starts at "${value.start}", which is not one of its nodes.`,
			});
	const first = draft.flows.find(({ value }) => value.id === FIRST_FLOW);
	if (!first) {
		const file = `content/flows/${FIRST_FLOW}.yaml`;
		return [...found, { file, line: 1, message: `No flow has the id "${FIRST_FLOW}": it is where every walk begins.` }];
	}
	const length = longestFrom(nodes, keyOf(FIRST_FLOW, first.value.start));
	if (length > LONGEST_PATH) {
		const message = Number.isFinite(length)
			? `A path has ${length} questions; at most ${LONGEST_PATH}.`
			: "A path runs in a circle and never ends.";
		return [...found, { file: first.file, line: first.lineOf("start"), message }];
	}
	const walks = [...everyWalk(flows, FIRST_FLOW)];
	return [...found, ...unreached(draft, walks), ...idleRules(draft, walks), ...misaddressed(draft, walks)];
}

/** Nodes that no walk comes to, with the rules as they stand. */
function unreached(draft: Draft, walks: readonly Walk[]): readonly Problem[] {
	const reached = new Set<NodeKey>(walks.map(({ flow, node }) => keyOf(flow, node.id)));
	return draft.flows.flatMap(({ value: flow, file, lineOf }) =>
		flow.nodes.flatMap((node, index) =>
			reached.has(keyOf(flow.id, node.id))
				? []
				: [{ file, line: lineOf("nodes", index, "id"), message: `No path leads to "${node.id}".` }],
		),
	);
}

/** Rules that fit on no walk: the person who wrote them meant something else. */
function idleRules(draft: Draft, walks: readonly Walk[]): readonly Problem[] {
	const steps = new Set(
		walks.map(({ from, chosen, flow, node }) => `${from} ${chosen.at(-1)} ${keyOf(flow, node.id)}`),
	);
	return draft.flows.flatMap(({ value: flow, file, lineOf }) =>
		flow.nodes.flatMap((node, index) => {
			if (!("ask" in node)) return [];
			const key = keyOf(flow.id, node.id);
			const idle = node.options.flatMap((option) =>
				targetsOf(option).filter((target) => !steps.has(`${key} ${option.id} ${keyOf(flow.id, target)}`)),
			);
			return idle.map((target) => ({
				file,
				line: lineOf("nodes", index, "id"),
				message: `A rule of "${node.id}" that goes to "${target}" fits on no path.`,
			}));
		}),
	);
}

/** Outcomes that show a young person the adults' words, or an adult a young person's. */
function misaddressed(draft: Draft, walks: readonly Walk[]): readonly Problem[] {
	const audiences = new Map(draft.answers.map(({ value }) => [value.id, value.audiences]));
	const said = new Map<string, Problem>();
	for (const { taken, flow, node } of walks) {
		if ("ask" in node) continue;
		const young = readerOf(taken) === "young_person";
		for (const id of [node.outcome.answer, ...node.outcome.more].filter((answer) => answer !== undefined)) {
			const written = audiences.get(id);
			if (!written || written.includes("young_person") === young) continue;
			const place = draft.flows.find(({ value }) => value.id === flow);
			if (!place) continue;
			const index = place.value.nodes.findIndex((candidate) => candidate.id === node.id);
			const reader = young ? "a young person" : "an adult";
			said.set(`${flow}/${node.id}/${id}`, {
				file: place.file,
				line: place.lineOf("nodes", index, "id"),
				message: `${reader} can come to "${node.id}", but "${id}" is not written for them.`,
			});
		}
	}
	return [...said.values()];
}
