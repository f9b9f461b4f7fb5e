import * as z from "zod";
import { audienceOf } from "#cli/evaluate/answers-audience.ts";
import { reportOwnSets } from "#cli/evaluate/answers-report.ts";
import { textOfFound } from "#cli/evaluate/answers-text.ts";
import { answerIndex } from "#content/compiled/answer-index.ts";
import { content } from "#content/compiled/content.ts";
import { words } from "#content/compiled/words.ts";
import { createLibrary } from "#content/library.ts";
import { createAnswerIndex } from "#domain/answers/find-answer.ts";

/** One line of a labelled set: a message, and who sent it in our words or in a reader's. */
const Line = z.looseObject({ id: z.union([z.string(), z.number()]), text: z.string(), audience: z.string().nullish() });

export type AnswerLine = {
	readonly id: string | number;
	readonly kind: "answer" | "clarify" | "no_answer";
	/** Null unless one answer was given. */
	readonly answer_id: string | null;
	readonly topics: readonly string[];
	/** A second answer first, then what else may have been meant. */
	readonly alternatives: readonly { readonly answer_id: string; readonly topics: readonly string[] }[];
	/** All that the person would read. */
	readonly text: string;
};

const library = createLibrary(content, words);
const index = createAnswerIndex(content.answers, answerIndex);

/** What the guide answers to one message of a set: `{id, text, audience?}`. */
export function answerLine(value: unknown): AnswerLine {
	const { id, text, audience: said } = Line.parse(value);
	const audience = audienceOf(said ?? undefined);
	const found = index.findAnswer(text, audience);
	const named = (answer_id: string) => ({ answer_id, topics: library.answer(answer_id)?.topics ?? [] });
	const shown = textOfFound(library, found, text, audience);
	if (found.kind !== "answer")
		return { id, kind: found.kind, answer_id: null, topics: [], alternatives: found.near.map(named), text: shown };
	const others = [...(found.also ? [found.also] : []), ...found.near];
	return { id, kind: "answer", ...named(found.id), alternatives: others.map(named), text: shown };
}

/** The project's own sets, as a table. */
export function reportAnswers(): string {
	return reportOwnSets(index, library);
}

export function answersEvaluation() {
	return { line: answerLine, report: reportAnswers };
}
