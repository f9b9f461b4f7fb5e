import { type Band, BOX_WIDTH, type Box, LINE, layOut, PADDING, rowY } from "#cli/flow-drawing/layout.ts";
import type { Flow, Outcome } from "#domain/conversation/flow.ts";
import type { NodeKey } from "#domain/conversation/flow-graph.ts";

const MARGIN = 24;
const TITLE_HEIGHT = 44;
const BAND_GAP = 40;
/** How far the text of a row stands above the line's lower edge. */
const BASELINE = 5;

const STYLE = `
text { font: 13px system-ui, sans-serif; fill: #1d2429; }
.flow { font-size: 20px; font-weight: 700; }
.head { font-weight: 700; }
.small, .away { font-size: 11px; fill: #48525a; }
.away { text-anchor: end; }
.question { fill: #fff; stroke: #1d4e89; stroke-width: 1.5; }
.outcome { fill: #eef4ea; stroke: #3b6b2b; }
.urgent { fill: #fbeae5; stroke: #a3341b; stroke-width: 3; }
.step { fill: none; stroke: #6b7680; stroke-width: 1.2; }
`;

/** All flows as one SVG: a band for each, questions with their options, outcomes with the answer and stage they show. */
export function drawFlows(flows: readonly Flow[]): string {
	const parts: string[] = [];
	let top = MARGIN;
	let width = 0;
	for (const flow of flows) {
		const band = layOut(flow);
		parts.push(drawBand(flow, band, flows, top));
		top += TITLE_HEIGHT + band.height + BAND_GAP;
		width = Math.max(width, band.width + 2 * MARGIN);
	}
	const nodes = flows.flatMap((flow) => flow.nodes);
	const questions = nodes.filter((node) => "ask" in node).length;
	const description =
		`${flows.length} flows with ${questions} questions and ${nodes.length - questions} outcomes. ` +
		"Each blue box is a question with its options. Each green box is an outcome with the answer and the stage it shows. " +
		"Red boxes go straight to people. An arrow with words goes to another flow.";
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${top}" width="${width}" height="${top}" role="img" aria-labelledby="flows-title flows-desc">`,
		'<title id="flows-title">The guided questions of Fingerpost</title>',
		`<desc id="flows-desc">${xmlText(description)}</desc>`,
		`<style>${STYLE}</style>`,
		`<rect width="${width}" height="${top}" fill="#fff"/>`,
		...parts,
		"</svg>",
		"",
	].join("\n");
}

function drawBand(flow: Flow, band: Band, flows: readonly Flow[], top: number): string {
	const byKey = new Map(band.boxes.map((box) => [box.key, box]));
	return [
		`<g id="flow-${flow.id}" transform="translate(${MARGIN} ${top})">`,
		`<text class="flow" y="20">${xmlText(flow.title)} (${flow.id})</text>`,
		`<g transform="translate(0 ${TITLE_HEIGHT})">`,
		...band.boxes.flatMap((box) => arrows(box, byKey)),
		...band.boxes.map((box) => drawBox(box, byKey, flows)),
		"</g>",
		"</g>",
	].join("\n");
}

function arrows(box: Box, byKey: ReadonlyMap<NodeKey, Box>): readonly string[] {
	return box.rows.flatMap((row, index) =>
		row.targets.flatMap((key) => {
			const target = byKey.get(key);
			if (!target) return [];
			const from = { x: box.x + BOX_WIDTH, y: rowY(box, index) };
			const to = { x: target.x, y: target.y + PADDING + LINE / 2 };
			const middle = (from.x + to.x) / 2;
			return [`<path class="step" d="M${from.x} ${from.y}C${middle} ${from.y} ${middle} ${to.y} ${to.x} ${to.y}"/>`];
		}),
	);
}

function drawBox(box: Box, byKey: ReadonlyMap<NodeKey, Box>, flows: readonly Flow[]): string {
	const line = (index: number) => PADDING + (index + 1) * LINE - BASELINE;
	const texts = box.heading.map((words, index) => text("head", PADDING, line(index), words));
	if ("ask" in box.node)
		box.rows.forEach((row, index) => {
			const y = line(box.heading.length + index);
			const away = row.targets.filter((key) => !byKey.has(key)).map((key) => nameOf(key, flows));
			texts.push(text("", PADDING, y, row.label));
			if (away.length > 0) texts.push(text("away", BOX_WIDTH - PADDING, y, `→ ${away.join(" or ")}`));
		});
	else texts.push(text("small", PADDING, line(box.heading.length), shownAt(box.node)));
	const kind = "ask" in box.node ? "question" : box.node.outcome.urgent ? "urgent" : "outcome";
	return [
		`<g transform="translate(${box.x} ${box.y})">`,
		`<rect class="${kind}" width="${BOX_WIDTH}" height="${box.height}" rx="6"/>`,
		...texts,
		"</g>",
	].join("");
}

function shownAt({ outcome }: Outcome): string {
	const people = outcome.urgent ? "people first" : undefined;
	const stage = outcome.stage ? `stage ${outcome.stage}` : undefined;
	return [people, outcome.answer, stage].filter((part) => part !== undefined).join(" · ");
}

/** A node of another flow, short enough to stand at the end of a row. */
function nameOf(key: NodeKey, flows: readonly Flow[]): string {
	const [flowId, nodeId] = key.split("/");
	const flow = flows.find(({ id }) => id === flowId);
	return flow?.start === nodeId ? (flowId ?? key) : key;
}

function text(style: string, x: number, y: number, words: string): string {
	return `<text${style ? ` class="${style}"` : ""} x="${x}" y="${y}">${xmlText(words)}</text>`;
}

function xmlText(words: string): string {
	return words.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
