import type { Flow, FlowNode } from "#domain/conversation/flow.ts";
import { keyOf, type NodeKey, targetsOf } from "#domain/conversation/flow-graph.ts";

/** Sizes in SVG units, which are pixels at full size. */
export const BOX_WIDTH = 370;
export const LINE = 18;
export const PADDING = 8;
const COLUMN_GAP = 110;
const ROW_GAP = 14;
const CHARACTERS_IN_A_LINE = 42;

/** One line of a question's box: an option and the keys it leads to. */
export type OptionRow = { readonly label: string; readonly targets: readonly NodeKey[] };

export type Box = {
	readonly key: NodeKey;
	readonly node: FlowNode;
	/** The words on top, broken into lines. */
	readonly heading: readonly string[];
	readonly rows: readonly OptionRow[];
	readonly height: number;
	readonly column: number;
	readonly x: number;
	readonly y: number;
};

/** The boxes of one flow in columns from left to right, with the size of the whole. */
export type Band = { readonly boxes: readonly Box[]; readonly width: number; readonly height: number };

/**
 * Lays out one flow: a node stands one column after the last question of its own flow that leads to it, and each column
 * is ordered by where its arrows come from, so that few of them cross. The flow must hold no circle.
 */
export function layOut(flow: Flow): Band {
	const columns = columnsOf(flow);
	const placed = new Map<NodeKey, Box>();
	for (let column = 0; column <= Math.max(...columns.values()); column += 1) {
		const own = flow.nodes.filter((node) => columns.get(keyOf(flow.id, node.id)) === column);
		const ordered = own
			.map((node, index) => ({ node, index, from: origin(keyOf(flow.id, node.id), placed) }))
			.sort((a, b) => a.from - b.from || a.index - b.index);
		let y = 0;
		for (const { node } of ordered) {
			const box = boxOf(flow, node, column, y);
			placed.set(box.key, box);
			y += box.height + ROW_GAP;
		}
	}
	const boxes = lowered([...placed.values()]);
	const width = Math.max(...boxes.map(({ x }) => x + BOX_WIDTH));
	return { boxes, width, height: Math.max(...boxes.map(({ y, height }) => y + height)) };
}

/** From the last column to the first, each box sinks to stand beside what it leads to; none passes the one below it. */
function lowered(boxes: readonly Box[]): readonly Box[] {
	const placed = new Map<NodeKey, Box>();
	for (let column = Math.max(...boxes.map((box) => box.column)); column >= 0; column -= 1) {
		let free = 0;
		for (const box of boxes.filter((each) => each.column === column)) {
			const ahead = box.rows.flatMap((row) => row.targets).flatMap((key) => placed.get(key) ?? []);
			const middle = ahead.reduce((sum, each) => sum + each.y + each.height / 2, 0) / (ahead.length || 1);
			const y = Math.max(free, Math.round(middle - box.height / 2));
			placed.set(box.key, { ...box, y });
			free = y + box.height + ROW_GAP;
		}
	}
	return boxes.flatMap((box) => placed.get(box.key) ?? []);
}

/** Where the row at `index` of a box stands: the middle of its line. */
export function rowY(box: Box, index: number): number {
	return box.y + PADDING + (box.heading.length + index) * LINE + LINE / 2;
}

function columnsOf(flow: Flow): ReadonlyMap<NodeKey, number> {
	const columns = new Map<NodeKey, number>(flow.nodes.map((node) => [keyOf(flow.id, node.id), 0]));
	for (let pass = 0; pass < flow.nodes.length; pass += 1)
		for (const node of flow.nodes) {
			if (!("ask" in node)) continue;
			const after = (columns.get(keyOf(flow.id, node.id)) ?? 0) + 1;
			for (const target of node.options.flatMap(targetsOf)) {
				const key = keyOf(flow.id, target);
				const column = columns.get(key);
				if (column !== undefined && column < after) columns.set(key, after);
			}
		}
	return columns;
}

/** The mean height of the rows that lead to a node; those that nothing of the flow leads to stand last. */
function origin(key: NodeKey, placed: ReadonlyMap<NodeKey, Box>): number {
	const heights = [...placed.values()].flatMap((box) =>
		box.rows.flatMap((row, index) => (row.targets.includes(key) ? [rowY(box, index)] : [])),
	);
	if (heights.length === 0) return Number.MAX_SAFE_INTEGER;
	return heights.reduce((sum, y) => sum + y, 0) / heights.length;
}

function boxOf(flow: Flow, node: FlowNode, column: number, y: number): Box {
	const heading = wrap("ask" in node ? node.ask : node.outcome.title);
	const rows =
		"ask" in node
			? node.options.map((option) => ({
					label: option.label,
					targets: targetsOf(option).map((target) => keyOf(flow.id, target)),
				}))
			: [];
	const lines = heading.length + ("ask" in node ? rows.length : 1);
	const height = lines * LINE + 2 * PADDING;
	return { key: keyOf(flow.id, node.id), node, heading, rows, height, column, x: column * (BOX_WIDTH + COLUMN_GAP), y };
}

function wrap(text: string): readonly string[] {
	const lines: string[] = [];
	for (const word of text.split(" ")) {
		const last = lines.at(-1);
		if (last !== undefined && `${last} ${word}`.length <= CHARACTERS_IN_A_LINE)
			lines[lines.length - 1] = `${last} ${word}`;
		else lines.push(word);
	}
	return lines;
}
