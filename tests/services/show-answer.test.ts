import { expect, test } from "vitest";
import { content } from "#content/compiled/content.ts";
import { words } from "#content/compiled/words.ts";
import { createLibrary } from "#content/library.ts";
import { plainText } from "#domain/answers/block.ts";
import { showAnswer } from "#services/show-answer.ts";

const library = createLibrary(content, words);
const { adult, young } = words.conversation.for_workers;

function opening(id: string, reader: "parent" | "professional", today = "2026-11-22"): string {
	const answer = library.answer(id);
	if (!answer) throw new Error(`There is no answer "${id}".`);
	return plainText(showAnswer(library, answer, today, reader).blocks).split("\n")[0] ?? "";
}

test("someone who works with families reads first whom a text is written for", () => {
	expect(opening("s47-what", "professional")).toBe(adult);
	expect(opening("yp-s47-what", "professional")).toBe(young);
});

test("a parent reads the answer at once", () => {
	expect(opening("s47-what", "parent")).toContain("A section 47 enquiry is how");
});

test("a text past its review date says only that", () => {
	expect(opening("s47-what", "professional", "2030-01-01")).toBe(words.conversation.expired.body);
});
