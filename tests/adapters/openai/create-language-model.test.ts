import { LLMock } from "@copilotkit/aimock";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { createLanguageModel } from "#adapters/openai/create-language-model.ts";
import { content } from "#content/compiled/content.ts";
import { modelContent } from "#content/compiled/model.ts";
import { phraseRequest, understandRequest } from "#domain/phrasing/instructions.ts";
import { passagesOf } from "#domain/phrasing/passage.ts";
import type { LanguageModel } from "#ports/language-model.ts";
import { sentencesReply, testModel } from "#tests/support/model-server.ts";
import { fixedClock } from "#tests/support/test-app.ts";

const held = modelContent();
const answer = content.answers.find(({ id }) => id === "s47-what");
if (!held || !answer) throw new Error("Run npm run build first.");
const passages = passagesOf([answer]);
const phrasing = phraseRequest(held.instructions, "what is section 47", passages, false);
const choosing = understandRequest(held.instructions, "what is section 47", content.answers);

const mock = new LLMock({ port: 0 });
beforeAll(() => mock.start());
afterAll(() => mock.stop());
afterEach(() => {
	mock.clearFixtures();
	mock.clearChaos();
});

function model(now: () => Date = fixedClock().now): LanguageModel {
	if (!held) throw new Error("no content");
	return createLanguageModel({
		settings: testModel(`${mock.url}/v1`),
		clock: { now },
		content: held,
		limits: content.language.limits,
	});
}
const waiting = () => AbortSignal.timeout(600);

async function drafts(of: LanguageModel): Promise<{ readonly texts: readonly string[]; readonly end: unknown }> {
	const texts: string[] = [];
	const end = await of.phrase(phrasing, waiting(), ({ text }) => texts.push(text));
	return { texts, end };
}

test("sentences are handed over as the stream makes them whole", async () => {
	mock.onMessage(/./, { content: sentencesReply(["One is here.", "p1"], ["Two is here.", "p2"]) }, { chunkSize: 5 });
	expect(await drafts(model())).toEqual({ texts: ["One is here.", "Two is here."], end: { kind: "done" } });
});

test("a choice is handed over as it came", async () => {
	mock.onMessage(/./, { content: '{"answer":"s47-what"}' });
	expect(await model().choose(choosing, waiting())).toEqual({ kind: "chosen", id: "s47-what" });
});

test.each([
	[429, "limited"],
	[500, "failed"],
	[503, "failed"],
	[401, "failed"],
] as const)("an answer of %d is %s", async (status, why) => {
	mock.onMessage(/./, { content: "{}" });
	mock.nextRequestError(status, { message: "no" });
	expect((await drafts(model())).end).toEqual({ kind: "unavailable", why });
});

test("a stream cut off hands over nothing that was not whole, and is not done", async () => {
	mock.onMessage(
		/./,
		{ content: sentencesReply(["One is here.", "p1"], ["Two is here.", "p2"]) },
		{ chunkSize: 5, truncateAfterChunks: 14 },
	);
	const { texts, end } = await drafts(model());
	expect(texts).not.toContain("Two is here.");
	expect(end).toMatchObject({ kind: "unavailable" });
});

test("malformed JSON of the service is no reply", async () => {
	mock.onMessage(/./, { content: "{}" });
	mock.setChaos({ malformedRate: 1 });
	expect((await drafts(model())).end).toMatchObject({ kind: "unavailable" });
});

test("a service slower than the wait is not waited for", async () => {
	mock.onMessage(/./, { content: sentencesReply(["One is here.", "p1"]) }, { latency: 3000 });
	const before = performance.now();
	expect((await drafts(model())).end).toEqual({ kind: "unavailable", why: "too_late" });
	expect(performance.now() - before).toBeLessThan(2500);
});

test("after a rest one request tries whether the service is back", async () => {
	let now = new Date("2026-11-24T10:00:00Z");
	const tried = model(() => now);
	mock.onMessage(/./, { content: '{"answer":"none"}' });
	for (let times = 0; times < 4; times += 1) {
		mock.nextRequestError(500);
		await tried.choose(choosing, waiting());
	}
	expect(await tried.choose(choosing, waiting())).toEqual({ kind: "unavailable", why: "resting" });
	now = new Date("2026-11-24T10:02:00Z");
	expect(await tried.choose(choosing, waiting())).toEqual({ kind: "chosen", id: "none" });
});

test("an area's budget is its own and comes back the next day", () => {
	const { spend } = createLanguageModel({
		settings: { ...testModel(mock.url), dailyTurns: 2 },
		clock: fixedClock(),
		content: held,
		limits: content.language.limits,
	});
	expect([spend("one", "2026-11-24"), spend("one", "2026-11-24"), spend("one", "2026-11-24")]).toEqual([
		true,
		true,
		false,
	]);
	expect([spend("two", "2026-11-24"), spend("one", "2026-11-25")]).toEqual([true, true]);
});
