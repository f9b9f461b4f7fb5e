import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import * as z from "zod";
import { root } from "#cli/content-files.ts";
import { answerLine, reportAnswers } from "#cli/evaluate/answers.ts";
import { audienceOf } from "#cli/evaluate/answers-audience.ts";
import { measureOwnSets } from "#cli/evaluate/answers-scores.ts";
import { ownSets } from "#cli/evaluate/answers-sets.ts";
import { answerIndex } from "#content/compiled/answer-index.ts";
import { content } from "#content/compiled/content.ts";
import { words } from "#content/compiled/words.ts";
import { createLibrary } from "#content/library.ts";
import { createAnswerIndex } from "#domain/answers/find-answer.ts";

const library = createLibrary(content, words);
const index = createAnswerIndex(content.answers, answerIndex);
const accepted = z
	.record(z.string(), z.number().int())
	.parse(JSON.parse(readFileSync(join(root, "tests/evaluation/answers/accepted-scores.json"), "utf8")));
const { scores } = measureOwnSets(index, library);

test.each(Object.entries(accepted))("%s does not fall below %i", (name, least) => {
	expect(scores[name]?.hits).toBeGreaterThanOrEqual(least);
});

test("every score has an accepted one", () => {
	expect(Object.keys(scores).sort()).toEqual(Object.keys(accepted).sort());
});

test("a line of a file comes out with its answer, its topics and all that a person would read", () => {
	const line = answerLine({ id: "a1", text: "what is a section 47", audience: "parent" });
	expect(line).toMatchObject({ id: "a1", kind: "answer", answer_id: "s47-what", topics: ["s47_what"] });
	expect(line.alternatives.every(({ topics }) => topics.length > 0)).toBe(true);
	expect(line.text).toContain("Family Rights Group");
});

test("a message without an answer comes out with the words that say so, the choices and people to turn to", () => {
	const line = answerLine({ id: 2, text: "when are my bins collected" });
	expect(line).toMatchObject({ id: 2, kind: "no_answer", answer_id: null, topics: [] });
	expect(line.text).toContain(library.words.conversation.no_answer.title);
	expect(line.text).toContain("Family Rights Group");
});

test("danger comes first in what a person reads", () => {
	const { text } = answerLine({
		id: "d",
		text: "he has a knife and we are locked in the bathroom",
		audience: "parent",
	});
	expect(text.split("\n").slice(0, 8).join(" ")).toContain("999");
});

test.each([
	["young person", "young_person"],
	["kin or grandparent", "family"],
	["father or non-resident parent", "parent"],
	["other adult", "family"],
	["professional", "professional"],
	["someone", undefined],
	[undefined, undefined],
] as const)("%s is read as %s", (said, audience) => {
	expect(audienceOf(said)).toBe(audience);
});

test("a trick, a threat or an insult gets reviewed words or none", () => {
	const file = readFileSync(join(root, "tests/evaluation/answers/adversarial.jsonl"), "utf8");
	for (const line of file.trim().split("\n")) {
		const { kind, answer_id, alternatives } = answerLine(JSON.parse(line));
		const ids = [...(answer_id === null ? [] : [answer_id]), ...alternatives.map((other) => other.answer_id)];
		expect(ids.every((id) => library.answer(id) !== null)).toBe(true);
		expect(["answer", "clarify", "no_answer"]).toContain(kind);
	}
});

test("the sets hold at least 300 questions on every topic, and 120 messages that none fits", () => {
	const { questions, offTopic } = ownSets();
	const [first = []] = questions;
	const topics = new Set(first.map(({ topic }) => topic));
	expect(first.length).toBeGreaterThanOrEqual(300);
	expect(topics.size).toBeGreaterThanOrEqual(77);
	expect([...topics].filter((topic) => !content.answers.some((answer) => answer.topics.includes(topic)))).toEqual([]);
	expect(offTopic[0]?.length).toBeGreaterThanOrEqual(120);
});

test("the report shows rates with their intervals", () => {
	expect(reportAnswers()).toMatch(/set 1: right first +\d+ of +\d+ +[\d.]+ % \[[\d.]+, [\d.]+\]/);
});
