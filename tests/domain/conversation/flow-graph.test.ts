import { expect, test } from "vitest";
import { everyWalk } from "#domain/conversation/every-walk.ts";
import { Flow } from "#domain/conversation/flow.ts";
import { keyOf, longestFrom, nodesOf, stepsFrom } from "#domain/conversation/flow-graph.ts";
import { SMALL } from "#tests/domain/conversation/small-flows.ts";

const nodes = nodesOf(SMALL.values());

test("a target is of its own flow unless it names another", () => {
	expect(keyOf("start", "what")).toBe("start/what");
	expect(keyOf("start", "other/when")).toBe("other/when");
});

test("the steps from a node are all that its options and rules name, each once", () => {
	expect(stepsFrom(nodes, "start/what")).toEqual(["other/when", "start/young", "start/adult"]);
	expect(stepsFrom(nodes, "start/adult")).toEqual([]);
	expect(stepsFrom(nodes, "start/nowhere")).toEqual([]);
});

test("the longest path counts questions, over flows", () => {
	expect(longestFrom(nodes, "start/who")).toBe(3);
	expect(longestFrom(nodes, "other/when")).toBe(1);
	expect(longestFrom(nodes, "start/adult")).toBe(0);
});

test("a circle is endless, wherever it is entered", () => {
	const option = (id: string, next: string) => ({ id, label: id, next });
	const question = (id: string, ...targets: string[]) => ({
		id,
		ask: id,
		options: targets.map((target, index) => option(`${id}-${index}`, target)),
	});
	const flow = Flow.parse({
		id: "round",
		title: "Round",
		audiences: ["parent"],
		start: "a",
		nodes: [
			question("a", "b", "end"),
			question("b", "c", "end"),
			question("c", "b", "end"),
			question("d", "end", "end"),
			{ id: "end", outcome: { title: "End", answer: "x" } },
		],
	});
	const circle = nodesOf([flow]);
	expect(longestFrom(circle, "round/a")).toBe(Number.POSITIVE_INFINITY);
	expect(longestFrom(circle, "round/c")).toBe(Number.POSITIVE_INFINITY);
	expect(longestFrom(circle, "round/d")).toBe(1);
});

test("every walk is listed once, the unfinished before those that go on", () => {
	const walks = [...everyWalk(SMALL, "start")].map(({ chosen, node }) => [chosen.join(" "), node.id]);
	expect(walks).toHaveLength(new Set(walks.map(([chosen]) => chosen)).size);
	expect(walks[0]).toEqual(["", "who"]);
	expect(walks).toContainEqual(["young-person visit", "young"]);
	expect(walks).toContainEqual(["not-sure meeting soon", "ask-us"]);
	// who, danger, and for each of three readers: what, visit, not-sure, when, soon, not-sure.
	expect(walks).toHaveLength(2 + 3 * 6);
});
