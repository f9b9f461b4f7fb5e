import { expect, test } from "vitest";
import { subjectsOf } from "#domain/answers/subjects.ts";
import { lessonsOf } from "#domain/answers/training/lessons.ts";
import { trainIndex } from "#domain/answers/training/train-index.ts";
import { ANSWERS, INDEX, WORDS } from "#tests/domain/answers/answer-world.ts";

test("versions of an answer for young people and for adults are one subject", () => {
	expect(subjectsOf(ANSWERS).map(({ name }) => name)).toEqual(["bikes", "bike_shop", "cakes", "yp_pets"]);
});

test("a second answer for the same readers and topics is a subject of its own", () => {
	const [bikes] = ANSWERS;
	if (!bikes) throw new Error("no answer to copy");
	expect(subjectsOf([bikes, { ...bikes, id: "more-bikes" }]).map(({ name }) => name)).toEqual([
		"bikes",
		"bikes:more-bikes",
	]);
});

test("titles, phrasings, words and off-topic messages all teach", () => {
	const lessons = lessonsOf(subjectsOf(ANSWERS), WORDS, []);
	const texts = lessons.map(({ text }) => text);
	expect(texts).toEqual(
		expect.arrayContaining([
			"How do I bake a cake?",
			"my cake sank in the oven",
			"repairing a bicycle at home",
			"what is sponge",
			"tell me a joke",
		]),
	);
	expect(lessons.filter(({ from }) => from === "off-topic").every(({ subject }) => subject === 4)).toBe(true);
});

test("a word that no answer is about is taught to the answer that explains words", () => {
	const [bikes] = ANSWERS;
	if (!bikes) throw new Error("no answer to copy");
	const jargon = { ...bikes, id: "jargon", topics: ["jargon"], asked_as: [], title: "Words" };
	const lessons = lessonsOf(subjectsOf([...ANSWERS, jargon]), WORDS, [
		{ term: "derailleur", also: [] },
		{ term: "sponge", also: [] },
	]);
	expect(lessons.filter(({ subject, from }) => subject === 4 && from === "term").map(({ text }) => text)).toEqual([
		"what is derailleur",
	]);
});

test("the same content always teaches the same", () => {
	expect(trainIndex({ answers: ANSWERS, words: WORDS, terms: [] })).toEqual(INDEX);
});
