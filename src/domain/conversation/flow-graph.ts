import type { Flow, FlowNode, Option } from "#domain/conversation/flow.ts";

/** A node's name across all flows: "flow/node". */
export type NodeKey = string;

/** The key of a target as it is written in `flow`: "node" is of the same flow, "other/node" of another. */
export function keyOf(flow: string, target: string): NodeKey {
	return target.includes("/") ? target : `${flow}/${target}`;
}

/** Every node that an option may lead to, as written: one, or one for each of its rules. */
export function targetsOf(option: Option): readonly string[] {
	return typeof option.next === "string" ? [option.next] : option.next.map(({ go }) => go);
}

/** All nodes of all flows by their key. Of two nodes with one key the first stands. */
export function nodesOf(flows: Iterable<Flow>): ReadonlyMap<NodeKey, FlowNode> {
	const nodes = new Map<NodeKey, FlowNode>();
	for (const flow of flows)
		for (const node of flow.nodes) {
			const key = keyOf(flow.id, node.id);
			if (!nodes.has(key)) nodes.set(key, node);
		}
	return nodes;
}

/** The keys that a node leads to, each once, in the order of its options; none for an outcome or a key that is not there. */
export function stepsFrom(nodes: ReadonlyMap<NodeKey, FlowNode>, key: NodeKey): readonly NodeKey[] {
	const node = nodes.get(key);
	const [flow = ""] = key.split("/");
	if (!node || !("ask" in node)) return [];
	return [...new Set(node.options.flatMap(targetsOf).map((target) => keyOf(flow, target)))];
}

/**
 * The most questions that a path from `key` can ask, whatever the rules decide.
 * Infinity where a path can run in a circle.
 */
export function longestFrom(nodes: ReadonlyMap<NodeKey, FlowNode>, key: NodeKey): number {
	const known = new Map<NodeKey, number>();
	const trail = new Set<NodeKey>();
	function longest(here: NodeKey): number {
		if (trail.has(here)) return Number.POSITIVE_INFINITY;
		const node = nodes.get(here);
		if (!node || !("ask" in node)) return 0;
		const before = known.get(here);
		if (before !== undefined) return before;
		trail.add(here);
		const length = 1 + Math.max(0, ...stepsFrom(nodes, here).map(longest));
		trail.delete(here);
		known.set(here, length);
		return length;
	}
	return longest(key);
}
