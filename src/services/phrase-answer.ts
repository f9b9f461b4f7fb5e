import type { Answer } from "#content/schema.ts";
import type { ShownAnswer } from "#domain/conversation/turn.ts";
import type { Acceptance } from "#domain/phrasing/accept-sentence.ts";
import { isAnswered, type Sentence, urgentBlocks } from "#domain/phrasing/answered.ts";
import type { Draft } from "#domain/phrasing/draft.ts";
import { phraseRequest } from "#domain/phrasing/instructions.ts";
import { type Passage, passagesOf } from "#domain/phrasing/passage.ts";
import { acceptTranslation } from "#domain/phrasing/translation.ts";
import type { LanguageModel } from "#ports/language-model.ts";
import { type Words, written } from "#services/show-written.ts";

/** Sentences are given to whoever listens as soon as they are accepted: whole, and never taken back but by the final answer. */
export type OnSentence = (sentence: Sentence) => void;

type Input = {
	readonly question: string;
	/** The reviewed answers to what was asked, the first of them the main one. */
	readonly answers: readonly Answer[];
	readonly young: boolean;
	readonly words: Words;
};

/** No more passages than a person could check are given at once, and none makes a sentence with more than these. */
const MOST_PASSAGES = 40;
const MOST_CITED = 3;

/**
 * The reviewed answers joined and shortened by the model, as far as each sentence stands up; null where what is left does not
 * answer, where it came too late, or where nothing came. Then the reviewed answer stands as it is.
 */
export async function phraseAnswer(
	model: LanguageModel,
	input: Input,
	onSentence: OnSentence,
): Promise<ShownAnswer | null> {
	const passages = passagesOf(input.answers).slice(0, MOST_PASSAGES);
	const accept = model.acceptance(input.young);
	const { translate, firstSentenceMs, inAllMs } = model.settings;
	const accepted: Sentence[] = [];
	let drafted = 0;
	const request = phraseRequest(model.instructions, input.question, passages, translate);
	const result = await inTime(firstSentenceMs, inAllMs, (signal, inGoodTime) =>
		model.phrase(request, signal, (draft) => {
			if (signal.aborted) return;
			drafted += 1;
			const sentence = acceptedSentence(draft, passages, accept, translate);
			model.count(sentence ? "sentence_accepted" : "sentence_dropped");
			if (!sentence || accepted.some(({ text }) => text === sentence.text)) return;
			inGoodTime();
			accepted.push(sentence);
			onSentence(sentence);
		}),
	);
	if (result.kind === "unavailable") {
		model.count(result.why);
		return null;
	}
	const [main] = input.answers;
	if (!main || !isAnswered(accepted, drafted, passages, main.id)) {
		model.count("not_enough");
		return null;
	}
	model.count("phrased");
	return written(input.answers, main, accepted, urgentBlocks(input.answers, accepted), input.words);
}

function acceptedSentence(
	draft: Draft,
	passages: readonly Passage[],
	accept: Acceptance,
	translate: boolean,
): Sentence | null {
	const ids = [...new Set(draft.passages)];
	const cited = ids.flatMap((id) => passages.find((passage) => passage.id === id) ?? []);
	if (cited.length !== ids.length || ids.length > MOST_CITED) return null;
	if (!accept(draft.text, cited).accepted) return null;
	const translated = translate ? acceptTranslation(draft) : null;
	const answers = [...new Set(cited.map(({ answer }) => answer))];
	return { text: draft.text.trim(), passages: ids, answers, translated };
}

type Result = Awaited<ReturnType<LanguageModel["phrase"]>>;

/** Runs until it ends, until nothing was accepted in the first while, or until the whole while is over; whoever hangs is not waited for. */
async function inTime(
	firstMs: number,
	allMs: number,
	run: (signal: AbortSignal, inGoodTime: () => void) => Promise<Result>,
): Promise<Result> {
	const controller = new AbortController();
	let late: () => void = () => {};
	const tooLate = new Promise<Result>((resolve) => {
		late = () => {
			controller.abort();
			resolve({ kind: "unavailable", why: "too_late" });
		};
	});
	const first = setTimeout(late, firstMs);
	const all = setTimeout(late, allMs);
	try {
		return await Promise.race([run(controller.signal, () => clearTimeout(first)), tooLate]);
	} finally {
		clearTimeout(first);
		clearTimeout(all);
	}
}
