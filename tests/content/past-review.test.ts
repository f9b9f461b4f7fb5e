import { beforeAll, expect, test } from "vitest";
import { contentFiles } from "#cli/content-files.ts";
import { compile } from "#content/compile.ts";
import { words } from "#content/compiled/words.ts";
import { createLibrary, type Library } from "#content/library.ts";
import { plainText } from "#domain/answers/block.ts";
import { showAnswer } from "#services/show-answer.ts";
import { showDocument } from "#services/show-document.ts";
import { showEightQuestions } from "#services/show-eight-questions.ts";
import { showStageOpening, showStagePart, stagePageOf } from "#services/show-stage.ts";

let library: Library;
beforeAll(async () => {
	library = createLibrary(compile(await contentFiles()).content, words);
});

/** A day after every text's review date. */
const LATER = "2027-06-01";

test("an answer, a stage, its parts, its questions and a page are shown until their day and are a stub after it", () => {
	const answer = library.answer("s47-what");
	const stage = stagePageOf(library, "section_47", "parent");
	const page = library.page("safety-online");
	if (!answer || !stage || !page) throw new Error("The content lacks what this test reads.");
	const shown = (today: string) => [
		showAnswer(library, answer, today),
		showStageOpening(library, stage, today),
		showStagePart(library, stage, "rights", today),
		showEightQuestions(library, "section_47", "parent", today),
		showDocument(library, stage, today),
		showDocument(library, page, today),
	];
	const stub = library.words.conversation.expired.body;
	for (const text of shown(answer.review_by)) expect(plainText(text?.blocks ?? [])).not.toContain(stub);
	for (const text of shown(LATER)) expect(text).toMatchObject({ blocks: [{ content: [{ text: stub }] }], sources: [] });
});

test("a page past its day keeps no summary, which would say what the text said", () => {
	const page = library.page("what-changed");
	if (!page) throw new Error("The content lacks what this test reads.");
	expect(showDocument(library, page, page.review_by).summary).toBe(page.summary);
	expect(showDocument(library, page, LATER).summary).toBeUndefined();
});
