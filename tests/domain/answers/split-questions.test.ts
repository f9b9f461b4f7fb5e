import { expect, test } from "vitest";
import { phraseTree } from "#domain/answers/phrase-tree.ts";
import { splitQuestions } from "#domain/answers/split-questions.ts";

const joins = phraseTree({ join: ["and how", "also"] });

test("a message is cut at the ends of sentences and where a second question begins", () => {
	expect(splitQuestions("What is a bike? Where is the shop", joins)).toEqual(["what is a bike", "where is the shop"]);
	expect(splitQuestions("what is a bike and how do i mend it", joins)).toEqual([
		"what is a bike",
		"and how do i mend it",
	]);
});

test("one question, and a story too long to be two, are left whole", () => {
	expect(splitQuestions("what is a bike", joins)).toEqual([]);
	expect(splitQuestions("ok. what is a bike", joins)).toEqual([]);
	expect(splitQuestions("what is a bike? ".repeat(200), joins)).toEqual([]);
});
