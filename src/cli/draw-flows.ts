import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { contentFiles, root } from "#cli/content-files.ts";
import { drawFlows } from "#cli/flow-drawing/svg.ts";
import { readDraft } from "#content/read-draft.ts";
import { FIRST_FLOW } from "#domain/conversation/advance.ts";

/** Where the drawing stands; a test holds it to the flows as they are. */
export const DRAWING = join(root, "docs/flows.svg");

/** The drawing of the flows in `content/flows/`, the first flow on top and the others by name. */
export async function drawingOfContent(): Promise<string> {
	const { draft } = readDraft(await contentFiles());
	const flows = draft.flows.map(({ value }) => value);
	return drawFlows(flows.toSorted((a, b) => rank(a.id) - rank(b.id) || a.id.localeCompare(b.id)));
}

function rank(id: string): number {
	return id === FIRST_FLOW ? 0 : 1;
}

if (import.meta.filename === process.argv[1]) await writeFile(DRAWING, await drawingOfContent());
