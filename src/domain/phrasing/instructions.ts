import * as z from "zod";
import type { Passage } from "#domain/phrasing/passage.ts";
import type { PlainWords } from "#domain/phrasing/plain-words.ts";

/** `content/model/instructions.yaml`: what the model is told for each of its jobs. */
export const Instructions = z.strictObject({ understand: z.string(), phrase: z.string(), translate: z.string() });
export type Instructions = z.infer<typeof Instructions>;

/** Everything under `content/model/`. */
export type ModelContent = { readonly words: PlainWords; readonly instructions: Instructions };

/** What is sent: what to do, the data to do it with, the shape of the reply, and how long that may be. */
export type ModelRequest = {
	readonly system: string;
	readonly user: string;
	readonly schema: { readonly name: string; readonly schema: Readonly<Record<string, unknown>> };
	readonly mostTokens: number;
};

/** A longer message tells no more of what is asked. In characters. */
export const LONGEST_QUESTION = 600;
/** One id and its braces. */
const CHOICE_TOKENS = 60;
const PHRASE_TOKENS = 700;
const TRANSLATED_TOKENS = 1600;
const MOST_SENTENCES = 10;

/** Job A: which of the given answers is asked about. `question` holds no personal detail any more. */
export function understandRequest(
	{ understand }: Instructions,
	question: string,
	answers: readonly { readonly id: string; readonly title: string }[],
): ModelRequest {
	const ids = [...answers.map(({ id }) => id), "none"];
	return {
		system: understand,
		user: JSON.stringify({ message: shortened(question), answers: answers.map(({ id, title }) => ({ id, title })) }),
		schema: {
			name: "choice",
			schema: object({ answer: { type: "string", enum: ids } }),
		},
		mostTokens: CHOICE_TOKENS,
	};
}

/** Job B: the passages, joined and shortened to fit the question. */
export function phraseRequest(
	{ phrase, translate }: Instructions,
	question: string,
	passages: readonly Passage[],
	translated: boolean,
): ModelRequest {
	const ids = passages.map(({ id }) => id);
	const text = { type: "string" };
	const cited = { type: "array", items: { type: "string", enum: ids } };
	const sentence = translated ? { text, passages: cited, said: text, language: text } : { text, passages: cited };
	return {
		system: translated ? `${phrase}\n${translate}` : phrase,
		user: JSON.stringify({ question: shortened(question), passages: passages.map(({ id, text }) => ({ id, text })) }),
		schema: {
			name: "sentences",
			schema: object({ sentences: { type: "array", maxItems: MOST_SENTENCES, items: object(sentence) } }),
		},
		mostTokens: translated ? TRANSLATED_TOKENS : PHRASE_TOKENS,
	};
}

/** Strict structured output asks that every property be required and no other be there. */
function object(properties: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
	return { type: "object", properties, required: Object.keys(properties), additionalProperties: false };
}

function shortened(question: string): string {
	return question.slice(0, LONGEST_QUESTION).toWellFormed();
}
