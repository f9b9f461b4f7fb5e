import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { root } from "#cli/content-files.ts";
import { content } from "#content/compiled/content.ts";
import { modelContent } from "#content/compiled/model.ts";
import { type Acceptance, createAcceptance } from "#domain/phrasing/accept-sentence.ts";
import { type Passage, passagesOf } from "#domain/phrasing/passage.ts";
import { createVocabulary } from "#domain/phrasing/plain-words.ts";

/** A sentence that says what a passage of a reviewed answer says, in other words. Written by hand. */
const Paraphrase = z.object({ id: z.string(), answer: z.string(), passage: z.string(), says: z.string() });
export type Paraphrase = z.infer<typeof Paraphrase>;

/** Two parts: one that the checker was worked on with, one that it was not. */
export const PARTS = ["develop", "held-out"] as const;
export type Part = (typeof PARTS)[number];

export function paraphrases(part: Part): readonly Paraphrase[] {
	return readFileSync(join(root, `tests/evaluation/model/paraphrases-${part}.jsonl`), "utf8")
		.split("\n")
		.filter((line) => line.trim() !== "")
		.map((line) => Paraphrase.parse(JSON.parse(line)));
}

/** The checker as it runs for parents. */
export function ownAcceptance(): Acceptance {
	const held = modelContent();
	if (!held) throw new Error("content/model/ has problems: see npm run check.");
	return createAcceptance(createVocabulary(held.words), content.language.limits.parents);
}

/** Every passage of the reviewed answers, each answer's numbered from p1. */
export function allPassages(): readonly Passage[] {
	return content.answers.flatMap((answer) => passagesOf([answer]));
}

/** The passage of a paraphrase as it stands today, or by itself where the answer has changed since. */
export function passageOf({ answer, passage }: Paraphrase, all: readonly Passage[]): Passage {
	const found = all.find((each) => each.answer === answer && each.text === passage);
	return found ?? { id: "p1", answer, text: passage, around: "" };
}
