import { expect, test } from "vitest";
import { createSplitter } from "#domain/answers/split-questions.ts";

const split = createSplitter({
	joins: ["and how", "also"],
	asks: ["how", "what", "where"],
	leans: ["it"],
	before: ["and", "also"],
});
const textsOf = (text: string) => split(text).map((part) => part.text);

test("a message is cut at the ends of sentences and where a second question begins", () => {
	expect(textsOf("What is a bike? Where is the shop")).toEqual(["what is a bike", "where is the shop"]);
	expect(textsOf("what is a bike and how do i mend it")).toEqual(["what is a bike", "and how do i mend it"]);
});

test("a part that asks is told from one that tells, and one that leans from one that stands", () => {
	expect(split("my bike is broken. and how do i mend it")).toEqual([
		{ text: "my bike is broken", asks: false, leans: false },
		{ text: "and how do i mend it", asks: true, leans: true },
	]);
	expect(split("I have a bike. My chain came off?").map(({ asks }) => asks)).toEqual([false, true]);
});

test("one question, and a story too long to be two, are left whole", () => {
	expect(textsOf("what is a bike")).toEqual([]);
	expect(textsOf("ok. what is a bike")).toEqual([]);
	expect(textsOf("what is a bike? ".repeat(200))).toEqual([]);
});
