import type { Library } from "#content/library.ts";
import type { StagePage } from "#content/schema.ts";
import type { Block } from "#domain/answers/block.ts";
import type { Audience } from "#domain/conversation/audience.ts";
import type { Stage } from "#domain/conversation/stage.ts";
import type { ShownAnswer } from "#domain/conversation/turn.ts";
import { showAnswer } from "#services/show-answer.ts";

/** The page of a stage in the words of its reader; null where no stage is known. Who has not said is spoken to as a parent. */
export function stagePageOf(
	library: Library,
	stage: Stage | undefined,
	audience: Audience | undefined,
): StagePage | null {
	return stage ? library.stage(stage, audience ?? "parent") : null;
}

/** How the page of a stage begins: what it is, and what happens by when. It answers where no single answer does. */
export function showStageOpening(library: Library, page: StagePage, today: string): ShownAnswer {
	const { parts, opening } = library.words.stage_parts;
	const wanted = parts.filter((part) => opening.includes(part.id)).flatMap((part) => part.sections);
	const first = page.blocks.findIndex((block) => block.kind === "heading");
	return show(library, page, [...page.blocks.slice(0, first), ...sections(page.blocks, wanted)], today);
}

/** One part of the page of a stage, such as the rights a person has at it; null for a part that there is not. */
export function showStagePart(library: Library, page: StagePage, partId: string, today: string): ShownAnswer | null {
	const part = library.words.stage_parts.parts.find(({ id }) => id === partId);
	return part ? show(library, page, sections(page.blocks, part.sections), today) : null;
}

/** The blocks under the headings wanted, headings included, in the order of the page. */
function sections(blocks: readonly Block[], wanted: readonly string[]): Block[] {
	let inside = false;
	return blocks.filter((block) => {
		if (block.kind === "heading") inside = wanted.includes(block.text);
		return inside;
	});
}

function show(library: Library, page: StagePage, blocks: Block[], today: string): ShownAnswer {
	return showAnswer(library, { ...page, id: `stage-${page.id}`, topics: [], blocks }, today);
}
