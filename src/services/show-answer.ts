import type { Library } from "#content/library.ts";
import type { Answer } from "#content/schema.ts";
import type { ShownAnswer } from "#domain/conversation/turn.ts";
import { isPastReview, stub } from "#services/show-document.ts";

/** What every reviewed text has: an answer, a page of the map, the eight questions of a stage. */
export type ReviewedText = Pick<Answer, "id" | "title" | "blocks" | "topics" | "sources" | "reviewed" | "review_by">;

/**
 * A reviewed text as it is shown on a day. Past its review date its text is replaced by a stub that says so;
 * its title and topics stay, so that the person knows we understood (design rule 3).
 */
export function showAnswer(library: Library, answer: ReviewedText, today: string): ShownAnswer {
	const expired = isPastReview(answer, today);
	return {
		kind: "answer",
		id: answer.id,
		title: answer.title,
		blocks: expired ? stub(library) : answer.blocks,
		topics: answer.topics,
		sources: expired ? [] : answer.sources,
		reviewed: answer.reviewed,
		review_by: answer.review_by,
		written_by: "reviewed",
	};
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
