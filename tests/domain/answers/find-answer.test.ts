import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contentFiles } from "#cli/content-files.ts";
import { compile } from "#content/compile.ts";
import { answerIndex } from "#content/compiled/answer-index.ts";
import { content } from "#content/compiled/content.ts";
import { createAnswerIndex, type Found } from "#domain/answers/find-answer.ts";
import { Audience } from "#domain/conversation/audience.ts";
import { smallIndex } from "#tests/domain/answers/answer-world.ts";

const index = createAnswerIndex(content.answers, answerIndex);
const byId = new Map(content.answers.map((answer) => [answer.id, answer]));
const idsOf = (found: Found) =>
	found.kind === "answer" ? [found.id, ...(found.also ? [found.also] : []), ...found.near] : found.near;
const topicsOf = (found: Found) => (found.kind === "answer" ? (byId.get(found.id)?.topics ?? []) : []);

/** Served content holds no phrasings, so they come from the files. */
const asked = compile(await contentFiles()).content.answers.flatMap(({ id, title, audiences, asked_as }) =>
	[title, ...asked_as].map((text) => ({
		text,
		id,
		audience: audiences.includes("young_person") ? ("young_person" as const) : ("parent" as const),
	})),
);
const phrases = asked.map(({ text }) => text);
const anyAudience = fc.constantFrom(...Audience.options, undefined);
const anyText = fc.oneof(
	fc.string({ unit: "binary", maxLength: 400 }),
	fc.lorem({ maxCount: 30 }),
	fc.constantFrom(...phrases),
);

describe("whatever is asked", () => {
	test("finding answers with known answers, the same each time, and never throws", () => {
		fc.assert(
			fc.property(
				anyText,
				anyAudience,
				fc.option(fc.constantFrom(...byId.keys()), { nil: undefined }),
				(text, audience, last) => {
					const found = index.findAnswer(text, audience, last);
					expect(idsOf(found).every((id) => byId.has(id))).toBe(true);
					expect(new Set(idsOf(found)).size).toBe(idsOf(found).length);
					expect(index.findAnswer(text, audience, last)).toEqual(found);
				},
			),
			{ numRuns: 300 },
		);
	});

	// But for a question mark: it says that the last part is a question of its own.
	test("case, spaces and marks at the end change nothing", () => {
		fc.assert(
			fc.property(fc.constantFrom(...phrases), fc.constantFrom("!!!", " …", "\n\n"), (text, end) => {
				const found = index.findAnswer(text, "parent");
				expect(index.findAnswer(`  ${text.toUpperCase().replaceAll(" ", "  ")}${end}`, "parent")).toEqual(found);
			}),
			{ numRuns: 300 },
		);
	});

	test("an adult is never given a text for young people, and a young person gets their own where there is one", () => {
		const own = new Set(
			content.answers.filter(({ audiences }) => audiences.includes("young_person")).flatMap(({ topics }) => topics),
		);
		fc.assert(
			fc.property(fc.constantFrom(...phrases), (text) => {
				for (const id of idsOf(index.findAnswer(text, "parent")))
					expect(byId.get(id)?.audiences).not.toEqual(["young_person"]);
				for (const id of idsOf(index.findAnswer(text, "young_person"))) {
					const answer = byId.get(id);
					const theirs = answer?.audiences.includes("young_person") || !answer?.topics.some((topic) => own.has(topic));
					expect(theirs).toBe(true);
				}
			}),
			{ numRuns: 200 },
		);
	});

	test("nearly every way of asking that an answer lists finds that answer, and all but a few have it near", () => {
		expect(asked.length).toBeGreaterThan(25 * content.answers.length);
		const found = asked.map(({ text, audience, id }) => ({ id, ids: idsOf(index.findAnswer(text, audience)) }));
		const share = (counts: (each: (typeof found)[number]) => boolean) => found.filter(counts).length / found.length;
		expect(share(({ id, ids }) => ids[0] === id)).toBeGreaterThan(0.97);
		expect(share(({ id, ids }) => ids.includes(id))).toBeGreaterThan(0.99);
	});

	test("a slip in one long word of a question seldom changes what it is about", () => {
		const swapped = asked.flatMap(({ text, audience, id }) => {
			const word = text.match(/[a-z]{7,}/)?.[0];
			if (!word) return [];
			const slip = `${word.slice(0, 3)}${word.charAt(4)}${word.charAt(3)}${word.slice(5)}`;
			return [{ id, ids: idsOf(index.findAnswer(text.replace(word, slip), audience)) }];
		});
		expect(swapped.length).toBeGreaterThan(1500);
		expect(swapped.filter(({ id, ids }) => ids[0] === id).length / swapped.length).toBeGreaterThan(0.93);
	});

	test("no length or repetition makes it slow", () => {
		const long = [
			"they came to my house and said section 47. ".repeat(500),
			"x".repeat(20_000),
			"'s".repeat(10_000),
			"a ".repeat(10_000),
			"\u{1f600}".repeat(10_000),
		];
		for (const text of long) {
			index.findAnswer(text, undefined);
			const start = performance.now();
			index.findAnswer(text.slice(0, 20_000), undefined);
			expect(performance.now() - start).toBeLessThan(20);
		}
	});
});

describe("what people really ask", () => {
	test.each([
		["social services are coming monday because school saw a bruise, what happens now", "s47_what"],
		["PLO", "plo_letter"],
		["strat meeting", "strategy_meeting"],
		["sec 47", "s47_what"],
		["s20", "section20"],
		["ICPC next week", "icpc_what"],
		["will they take my kids?", "will_they_take"],
		["is the social worker lying", "report_wrong"],
		["should i sign the section 20", "section20"],
	])("%s is about %s", (text, topic) => {
		expect(topicsOf(index.findAnswer(text, "parent"))).toContain(topic);
	});

	test("a young person who asks about a LAC review gets their own answer", () => {
		expect(index.findAnswer("LAC review", "young_person")).toMatchObject({ kind: "answer", id: "yp-in-care-move" });
	});

	test("a young person who asks about what only adults have a text for gets that", () => {
		expect(index.findAnswer("is smacking against the law", "young_person")).toMatchObject({ id: "smacking" });
	});

	test("who writes shows in the words when nobody said it", () => {
		expect(index.findAnswer("my mum got told its a section 47", undefined)).toMatchObject({ id: "yp-s47-what" });
		expect(index.findAnswer("what is a section 47, it is about my son", undefined)).toMatchObject({ id: "s47-what" });
	});

	test("two questions get both where neither is the main one", () => {
		const found = index.findAnswer("how often are my reviews and can i see my brother more", "young_person");
		expect(idsOf(found).slice(0, 2).sort()).toEqual(["yp-family-time", "yp-in-care-move"]);
	});

	test("a question that leans on the sentence before it is not taken for a second one", () => {
		for (const text of ["midwife says there will be a pre birth assessment. what is that?", "s47. can they do that?"])
			expect(index.findAnswer(text, "parent")).toMatchObject({ kind: "answer", also: null });
	});

	test("two questions in one message get both", () => {
		const found = index.findAnswer("What is a core group? And can I record it on my phone?", "parent");
		expect(idsOf(found).slice(0, 2).sort()).toEqual(["cp-plan-core", "recording"]);
		expect(found).toMatchObject({ kind: "answer", also: expect.any(String) });
	});
});

describe("a follow-up", () => {
	const small = smallIndex();
	test("stays with the answer shown before", () => {
		expect(small.findAnswer("ok and how long does that take?", "parent", "cakes")).toMatchObject({
			kind: "answer",
			id: "cakes",
		});
	});
	test("goes where the content says that such a question leads", () => {
		expect(small.findAnswer("where do i go", "parent", "bikes")).toMatchObject({ kind: "answer", id: "bike-shop" });
	});
	test("is about the stage when no answer was shown yet", () => {
		expect(small.findAnswer("how long", "parent", undefined, "early_help")).toMatchObject({
			kind: "answer",
			id: "cakes",
		});
	});
	test("without anything before it is not guessed at", () => {
		expect(small.findAnswer("how long does it take", "parent").kind).not.toBe("answer");
	});
	test.each([
		["how long is that gonna take", "s47-what", "s47_what"],
		["will it cost me", "plo-letter", "legal_cost"],
		["how do we get off it", "cp-plan-core", "cp_review_end"],
		["who can help me", "will-they-take", "yp_advocate"],
	])("%s, after %s, is about what it leans on", (text, last, topic) => {
		expect(topicsOf(index.findAnswer(text, "parent", last))).toContain(topic);
	});
	test("that names a topic of its own leaves the last one", () => {
		expect(topicsOf(index.findAnswer("can i record it on my phone", "parent", "icpc-what"))).toContain("recording");
	});
});

describe("the small world", () => {
	const small = smallIndex();
	test("knows what it does not know", () => {
		expect(small.findAnswer("what is the weather", "parent").kind).toBe("no_answer");
		expect(small.findAnswer("", "parent")).toEqual({ kind: "no_answer", near: [] });
		expect(small.findAnswer("?!…", "parent")).toEqual({ kind: "no_answer", near: [] });
	});
	test("gives a young person their own text", () => {
		expect(idsOf(small.findAnswer("bike to school on my own", "young_person"))[0]).toBe("yp-bikes");
	});
});
