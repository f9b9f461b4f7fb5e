import type { Draft } from "#content/content.ts";
import type { Problem } from "#content/problem.ts";
import { plainText } from "#domain/answers/block.ts";

const dutyRe =
	/\b(?:council|councils|police|court|social workers?|officers?|they|judge|chair|school|hospital|hospitals)\s+must\b/i;

/** "Must" is kept for duties in law: a text that says a body must do something cites a fact that is a legal duty. */
export function checkModals(draft: Draft): readonly Problem[] {
	const strengths = new Map(draft.facts.map(({ value }) => [value.id, value.strength]));
	return [...draft.answers, ...draft.stages, ...draft.eightQuestions].flatMap((item) => {
		const value: { readonly facts: readonly string[]; readonly blocks: Parameters<typeof plainText>[0] } = item.value;
		const duty = dutyRe.exec(plainText(value.blocks));
		if (!duty || value.facts.some((id) => strengths.get(id) === "must")) return [];
		return [
			{
				file: item.file,
				line: item.lineOf("facts"),
				message: `"${duty[0]}" needs a fact of strength must. If it rests on guidance, write should.`,
			},
		];
	});
}
