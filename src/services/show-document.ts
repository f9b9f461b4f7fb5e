import type { Library } from "#content/library.ts";
import type { Page } from "#content/schema.ts";
import type { Block } from "#domain/answers/block.ts";

/** What a stage and a page about the site have in common: something to read, with a date until which it may be shown. */
export type DocumentText = Pick<Page, "summary" | "blocks" | "sources" | "review_by">;

/** A text as a page shows it on a day. */
export type ShownDocument = {
	readonly summary: string | undefined;
	readonly blocks: readonly Block[];
	readonly sources: NonNullable<Page["sources"]>;
};

/**
 * A stage or a page as it is shown on a day ("2027-05-21"). Past its review date only a stub is left that says so, as with
 * an answer; the title and the people who can help stay (design rule 3).
 */
export function showDocument(library: Library, text: DocumentText, today: string): ShownDocument {
	if (isPastReview(text, today)) return { summary: undefined, blocks: stub(library), sources: [] };
	return { summary: text.summary, blocks: text.blocks, sources: text.sources ?? [] };
}

/** Whether a text may no longer be shown; it still may on the day itself. */
export function isPastReview(text: { readonly review_by: string }, today: string): boolean {
	return text.review_by < today;
}

/** What stands in the place of a text past its review date. */
export function stub(library: Library): Block[] {
	return [{ kind: "paragraph", content: [{ text: library.words.conversation.expired.body }] }];
}
