import * as z from "zod";
import { allPassages, ownAcceptance, PARTS } from "#cli/evaluate/acceptance/acceptance-sets.ts";
import { mutationsCaught, paraphrasesKept } from "#cli/evaluate/acceptance/measure-acceptance.ts";
import { wilson } from "#cli/evaluate/wilson.ts";
import type { Passage } from "#domain/phrasing/passage.ts";

/** A sentence, with the passages that it cites as text, or a reviewed answer's id, whose passage that fits best it may cite. */
const Line = z.object({
	id: z.union([z.string(), z.number()]),
	sentence: z.string(),
	passages: z.array(z.string()).min(1).optional(),
	answer_id: z.string().optional(),
});

/** `{id, sentence, passages|answer_id}` a line gives `{id, accepted, reason}`. Without a file: the project's own sets. */
export function acceptanceEvaluation() {
	const accept = ownAcceptance();
	const passages = allPassages();
	const line = (value: unknown) => {
		const read = Line.safeParse(value);
		if (!read.success)
			return { id: null, accepted: false, error: "Give {id, sentence, passages} or {id, sentence, answer_id}." };
		const { id, sentence, passages: texts, answer_id } = read.data;
		if (texts) return { id, ...accept(sentence, texts.map(asPassage)) };
		const verdicts = passages
			.filter(({ answer }) => answer === answer_id)
			.map((passage) => accept(sentence, [passage]));
		const accepted = verdicts.some((verdict) => verdict.accepted);
		return accepted ? { id, accepted } : { id, accepted, reason: "no passage of this answer bears it out" };
	};
	return { line, report };
}

function asPassage(text: string, index: number): Passage {
	return { id: `p${index + 1}`, answer: "", text, around: "" };
}

function report(): string {
	const { all, byKind } = mutationsCaught();
	const kinds = [...byKind].sort((a, b) => a[1].hits / a[1].of - b[1].hits / b[1].of);
	return [
		`acceptance: ${all.hits} of ${all.of} reviewed sentences with one fact changed are refused, ${wilson(all.hits, all.of)}`,
		...kinds.map(([kind, { hits, of }]) => `  ${kind.padEnd(16)} ${hits} of ${of}  ${wilson(hits, of)}`),
		...PARTS.flatMap((part) => {
			const { kept, caught } = paraphrasesKept(part);
			return [
				`paraphrases, ${part}: ${kept.hits} of ${kept.of} faithful ones are let through, ${wilson(kept.hits, kept.of)}`,
				`  with one fact changed: ${caught.hits} of ${caught.of} are refused, ${wilson(caught.hits, caught.of)}`,
			];
		}),
	].join("\n");
}
