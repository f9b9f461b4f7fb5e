import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { contentFiles, root } from "#cli/content-files.ts";
import { verifyListPath } from "#cli/verify-list.ts";
import { compile } from "#content/compile.ts";
import type { Content } from "#content/content.ts";
import type { Problem } from "#content/problem.ts";
import { readDraft } from "#content/read-draft.ts";
import type { Answer, Topic } from "#content/schema.ts";
import { verifyList } from "#content/verify-list.ts";
import { paragraphsOf } from "#domain/answers/block.ts";
import { sentences, wordsOf } from "#domain/reading/sentences.ts";

let content: Content;
let problems: readonly Problem[];
let topics: readonly Topic[];
beforeAll(async () => {
	const files = await contentFiles();
	({ content, problems } = compile(files));
	topics = readDraft(files).draft.topics.map(({ value }) => value);
});

test("the content has no problems", () => {
	expect(problems).toEqual([]);
});

describe("how much there is", () => {
	test("all 77 topics that families were heard to ask and more, each with facts that its answers must say", () => {
		expect(topics.length).toBeGreaterThanOrEqual(77);
		expect(topics.flatMap(({ must_say }) => must_say).length).toBeGreaterThanOrEqual(250);
	});
	test("at least 35 answers of young people's own", () => {
		const own = content.answers.filter(({ audiences }) => audiences.every((reader) => reader === "young_person"));
		expect(own.length).toBeGreaterThanOrEqual(35);
		expect(own.every(({ id }) => id.startsWith("yp-"))).toBe(true);
	});
	test("at least 120 terms in the glossary, with the short forms people hear", () => {
		expect(content.terms.length).toBeGreaterThanOrEqual(120);
		const heard = new Set(content.terms.flatMap(({ also }) => also.map((word) => word.toLowerCase())));
		for (const short of [
			"plo",
			"icpc",
			"cin",
			"strat",
			"iro",
			"sgo",
			"epo",
			"fgc",
			"nfa",
			"lac",
			"local authority designated officer",
		])
			expect(heard, short).toContain(short);
	});
	test("a sheet for every kind of meeting", () => {
		expect(content.sheets.length).toBeGreaterThanOrEqual(19);
	});
});

describe("young people's own words", () => {
	test("share no more than a few sentences with the parents' answer to the same topic", () => {
		const copied = content.answers.filter(isYoung).flatMap((young) =>
			content.answers
				.filter((other) => !isYoung(other) && other.topics.some((topic) => young.topics.includes(topic)))
				.filter((other) => likeness(young, other) > 0.15)
				.map((other) => `${young.id} and ${other.id}`),
		);
		expect(copied).toEqual([]);
	});
	test("speak to the reader, not of their child", () => {
		const parents = content.answers.filter(isYoung).filter((answer) => /\byour child(?:ren)?\b/i.test(textOf(answer)));
		expect(parents.map(({ id }) => id)).toEqual([]);
	});
});

describe("what must not be said", () => {
	test("no practitioner is said to have reviewed a text", () => {
		const items = [
			...content.answers,
			...content.stages,
			...content.eightQuestions,
			...content.pages,
			...content.sheets,
		];
		expect(new Set(items.flatMap(({ reviewers }) => reviewers))).toEqual(new Set(["content author"]));
	});
	test("no law that may not have started is said to be in force", () => {
		const waiting = new Set(content.facts.filter(({ unverified }) => unverified === "start").map(({ id }) => id));
		expect(waiting).toEqual(new Set(["A2", "A7", "A8", "A10", "I17"]));
		for (const answer of content.answers)
			if (answer.facts.includes("A8"))
				expect(textOf(answer), answer.id).toMatch(/may not have started|many (?:councils )?(?:offer one|do)\b/i);
	});
	test("no answer holds a phone number, the few for a danger to life apart", () => {
		const allowed = new Set(["suicidal-parent", "yp-suicide", "urgent-danger", "yp-urgent-danger"]);
		const held = content.answers.filter((answer) => /\b0\d{2,4}[ \d]{5,}|\b116 \d{3}\b/.test(textOf(answer)));
		expect(held.map(({ id }) => id).filter((id) => !allowed.has(id))).toEqual([]);
	});
	test("a number in an answer is the number of its helpline", () => {
		const known = content.helplines.flatMap(({ phone, text }) => [phone, text]).join(" ");
		for (const answer of content.answers)
			for (const number of textOf(answer).match(/\b0\d{2,4}[ \d]{5,}\d|\b116 \d{3}\b|\b85258\b/g) ?? [])
				expect(known, answer.id).toContain(number.trim());
	});
	test("every answer leads on to a person", () => {
		for (const { id, routes } of content.answers) expect(routes.length, id).toBeGreaterThan(0);
	});
});

test("the list of what to verify is up to date: run npm run verify-list", async () => {
	expect(await readFile(join(root, verifyListPath), "utf8")).toBe(verifyList(content));
});

function isYoung({ audiences }: Answer): boolean {
	return audiences.includes("young_person");
}

function textOf({ blocks }: Answer): string {
	return paragraphsOf(blocks).join("\n");
}

/** How many of the sentences of one answer stand, word for word or nearly, in another: from 0 to 1. */
function likeness(one: Answer, other: Answer): number {
	const theirs = sentencesOf(other);
	const mine = sentencesOf(one);
	return mine.filter((sentence) => theirs.some((their) => overlap(sentence, their) > 0.8)).length / mine.length;
}

function sentencesOf({ blocks }: Answer): readonly ReadonlySet<string>[] {
	return paragraphsOf(blocks)
		.flatMap((paragraph) => sentences(paragraph))
		.map((sentence) => new Set(wordsOf(sentence.toLowerCase())))
		.filter((words) => words.size > 3);
}

function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
	const both = [...one].filter((word) => other.has(word)).length;
	return both / (one.size + other.size - both);
}
