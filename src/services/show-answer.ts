import type { Library } from "#content/library.ts";
import type { Answer } from "#content/schema.ts";
import type { Block } from "#domain/answers/block.ts";
import type { Audience } from "#domain/conversation/audience.ts";
import type { ShownAnswer } from "#domain/conversation/turn.ts";
import { isPastReview, stub } from "#services/show-document.ts";

/** What every reviewed text has: an answer, a page of the map, the eight questions of a stage. */
export type ReviewedText = Pick<Answer, "id" | "title" | "blocks" | "topics" | "sources" | "reviewed" | "review_by">;

/**
 * A reviewed text as it is shown on a day. Past its review date its text is replaced by a stub that says so;
 * its title and topics stay, so that the person knows we understood (design rule 3). Someone who works with families
 * reads first whom the text speaks to. `off`: the person's area has switched it off at its desk.
 */
export function showAnswer(
	library: Library,
	answer: ReviewedText & Partial<Pick<Answer, "audiences">>,
	today: string,
	reader?: Audience,
	off = false,
): ShownAnswer {
	const expired = off || isPastReview(answer, today);
	const frame = reader === "professional" && answer.audiences ? [writtenFor(library, answer.audiences)] : [];
	return {
		kind: "answer",
		id: answer.id,
		title: answer.title,
		blocks: off ? offText(library) : expired ? stub(library) : [...frame, ...answer.blocks],
		topics: answer.topics,
		sources: expired ? [] : answer.sources,
		reviewed: answer.reviewed,
		review_by: answer.review_by,
		written_by: "reviewed",
	};
}

function offText(library: Library): Block[] {
	return [{ kind: "paragraph", content: [{ text: library.words.switched_off.answer }] }];
}

function writtenFor(library: Library, audiences: readonly Audience[]): Block {
	const { adult, young } = library.words.conversation.for_workers;
	return { kind: "paragraph", content: [{ text: audiences.every((each) => each === "young_person") ? young : adult }] };
}

/** Something the guide itself says: a question of a flow, or that it has no answer. */
export function showStep(
	kind: "step" | "clarify" | "no_answer",
	id: string,
	title: string,
	body: readonly string[],
): ShownAnswer {
	return {
		kind,
		id,
		title,
		blocks: body.map((text) => ({ kind: "paragraph", content: [{ text }] })),
		topics: [],
		sources: [],
		reviewed: null,
		review_by: null,
		written_by: "reviewed",
	};
}
