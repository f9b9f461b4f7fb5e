import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { DRAWING, drawingOfContent } from "#cli/draw-flows.ts";
import { layOut } from "#cli/flow-drawing/layout.ts";
import { drawFlows } from "#cli/flow-drawing/svg.ts";
import { Flow } from "#domain/conversation/flow.ts";
import { SMALL } from "#tests/domain/conversation/small-flows.ts";

test("docs/flows.svg shows the flows as they are: if not, run npx tsx src/cli/draw-flows.ts", async () => {
	expect(await readFile(DRAWING, "utf8")).toBe(await drawingOfContent());
});

test("a drawing tells what it is to who cannot see it, and holds every question, option and outcome", () => {
	const svg = drawFlows([...SMALL.values()]);
	expect(svg).toMatch(/role="img" aria-labelledby="flows-title flows-desc"/);
	expect(svg).toContain('<title id="flows-title">');
	expect(svg).toContain("2 flows with 3 questions and 5 outcomes");
	for (const { nodes } of SMALL.values())
		for (const node of nodes) {
			expect(svg).toContain("ask" in node ? node.ask : node.outcome.title);
			if ("ask" in node) for (const { label } of node.options) expect(svg).toContain(label);
		}
	expect(svg).toContain("→ other");
});

test("words that XML would read as its own are drawn as words", () => {
	const start = SMALL.get("start");
	const svg = drawFlows([Flow.parse({ ...start, title: 'A < B & "C"' })]);
	expect(svg).toContain('A &lt; B &amp; "C" (start)');
});

test("no two boxes of a flow touch, and every arrow runs from left to right", () => {
	for (const flow of SMALL.values()) {
		const { boxes } = layOut(flow);
		for (const box of boxes) {
			const below = boxes.filter((other) => other.column === box.column && other.y > box.y);
			for (const other of below) expect(other.y).toBeGreaterThanOrEqual(box.y + box.height);
			for (const key of box.rows.flatMap(({ targets }) => targets)) {
				const target = boxes.find((other) => other.key === key);
				if (target) expect(target.column).toBeGreaterThan(box.column);
			}
		}
	}
});
