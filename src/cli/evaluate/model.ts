import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { createLanguageModel } from "#adapters/openai/create-language-model.ts";
import { root } from "#cli/content-files.ts";
import { acceptanceEvaluation } from "#cli/evaluate/acceptance.ts";
import { audienceOf } from "#cli/evaluate/answers-audience.ts";
import { wilson } from "#cli/evaluate/wilson.ts";
import { answerIndex } from "#content/compiled/answer-index.ts";
import { content } from "#content/compiled/content.ts";
import { modelContent } from "#content/compiled/model.ts";
import { words } from "#content/compiled/words.ts";
import { createLibrary } from "#content/library.ts";
import { createAnswerIndex } from "#domain/answers/find-answer.ts";
import { phraseRequest, understandRequest } from "#domain/phrasing/instructions.ts";
import { passagesOf } from "#domain/phrasing/passage.ts";
import { readEnv } from "#env.ts";
import { modelSettings } from "#model-env.ts";
import type { LanguageModel } from "#ports/language-model.ts";
import { phraseAnswer } from "#services/phrase-answer.ts";
import { understandQuestion } from "#services/understand-question.ts";

const Question = z.looseObject({
	text: z.string(),
	audience: z.string().nullish(),
	topics: z.array(z.string()).optional(),
});
/** Enough to tell, few enough to pay for. */
const MOST_QUESTIONS = 100;
/** Characters to a token, roughly, in English. */
const CHARACTERS = 4;

/** The model that the environment names, over the project's own sets; without one, how well its cage holds. */
export function modelEvaluation() {
	return {
		line: () => ({ error: "Give no file: this asks the configured model the project's own questions." }),
		report,
	};
}

async function report(): Promise<string> {
	const cage = await acceptanceEvaluation().report();
	const settings = modelSettings(readEnv(process.env));
	const held = modelContent();
	if (!settings || !held)
		return `No model is configured, so none was asked. Set MODEL_BASE_URL and MODEL_NAME (docs/model.md) to measure one.\n\n${cage}`;
	const model = createLanguageModel({
		settings: { ...settings, firstSentenceMs: settings.inAllMs },
		clock: { now: () => new Date() },
		content: held,
		limits: content.language.limits,
	});
	return [await phrasing(model), await understanding(model), JSON.stringify(model.counts()), "", cage].join("\n");
}

type Asked = {
	readonly text: string;
	readonly topics: readonly string[];
	readonly young: boolean;
	readonly found: readonly string[];
	readonly kind: string;
};

function questions(): readonly Asked[] {
	const index = createAnswerIndex(content.answers, answerIndex);
	return [1, 2, 3, 4, 5]
		.flatMap((set) => readFileSync(join(root, `tests/evaluation/answers/questions-${set}.jsonl`), "utf8").split("\n"))
		.filter((line) => line.trim() !== "")
		.map((line) => Question.parse(JSON.parse(line)))
		.map(({ text, audience, topics = [] }) => {
			const who = audienceOf(audience ?? undefined);
			const found = index.findAnswer(text, who);
			const ids = found.kind === "answer" ? [found.id, ...(found.also ? [found.also] : [])] : [];
			return { text, topics, young: who === "young_person", found: ids, kind: found.kind };
		});
}

/** Every nth, so that each set is there. */
function some<T>(list: readonly T[]): readonly T[] {
	const step = Math.max(1, Math.floor(list.length / MOST_QUESTIONS));
	return list.filter((_item, index) => index % step === 0).slice(0, MOST_QUESTIONS);
}

async function phrasing(model: LanguageModel): Promise<string> {
	const library = createLibrary(content, words);
	const asked = some(questions().filter(({ found }) => found.length > 0));
	let phrased = 0;
	let sent = 0;
	let shown = 0;
	const waits: number[] = [];
	for (const { text, found, young } of asked) {
		const answers = found.flatMap((id) => library.answer(id) ?? []);
		const { system, user } = phraseRequest(model.instructions, text, passagesOf(answers), model.settings.translate);
		sent += system.length + user.length;
		const before = performance.now();
		const answer = await phraseAnswer(model, { question: text, answers, young, words }, (sentence) => {
			shown += sentence.text.length;
		});
		waits.push(performance.now() - before);
		if (answer) phrased += 1;
	}
	const { sentence_accepted: kept = 0, sentence_dropped: dropped = 0 } = model.counts();
	const middle = waits.sort((a, b) => a - b)[Math.floor(waits.length / 2)] ?? 0;
	return [
		`phrasing: ${asked.length} questions, ${phrased} answered in the model's words, ${wilson(phrased, asked.length)}; the rest keep the reviewed answer`,
		`  sentences let through: ${kept} of ${kept + dropped}, ${wilson(kept, kept + dropped)}`,
		`  wait: ${Math.round(middle)} ms in the middle, ${Math.round(waits.at(-1) ?? 0)} ms at most`,
		`  cost: about ${Math.round(sent / CHARACTERS)} tokens sent and ${Math.round(shown / CHARACTERS)} shown, for ${asked.length} requests`,
	].join("\n");
}

async function understanding(model: LanguageModel): Promise<string> {
	const asked = some(questions().filter(({ kind }) => kind !== "answer"));
	let right = 0;
	let wrong = 0;
	let sent = 0;
	for (const { text, topics, young } of asked) {
		const side = content.answers.filter(
			({ audiences }) => audiences.every((each) => each === "young_person") === young,
		);
		const { system, user } = understandRequest(model.instructions, text, side);
		sent += system.length + user.length;
		const id = await understandQuestion(model, text, side);
		const chosen = side.find((answer) => answer.id === id);
		if (chosen?.topics.some((topic) => topics.includes(topic))) right += 1;
		else if (chosen) wrong += 1;
	}
	return [
		`understanding: ${asked.length} questions without an answer of ours, ${right} placed rightly, ${wilson(right, asked.length)}, ${wrong} wrongly, the rest not at all`,
		`  cost: about ${Math.round(sent / CHARACTERS)} tokens sent, for ${asked.length} requests`,
	].join("\n");
}
