import { durationsIn, wrongConversions } from "#content/checks/durations.ts";
import type { Draft } from "#content/content.ts";
import type { Problem } from "#content/problem.ts";
import { type Block, paragraphsOf } from "#domain/answers/block.ts";

const shortRe = /\d+ working days?\b(?! \()/;

/**
 * Holds every length of time to the facts a text cites, so that no number of days stands without a source. The plain form
 * in brackets, "(about 3 weeks)", must be there for more than one working day, and must be right.
 */
export function checkFigures(draft: Draft): readonly Problem[] {
	const facts = new Map(
		draft.facts.map(({ value }) => [value.id, durationsIn(`${value.says} ${value.note ?? ""} ${value.basis}`)]),
	);
	const pages = draft.pages.filter(({ value }) => value.facts);
	return [...draft.answers, ...draft.stages, ...draft.eightQuestions, ...pages].flatMap((item) => {
		const value: { readonly facts?: readonly string[]; readonly blocks: readonly Block[] } = item.value;
		const sourced = new Set((value.facts ?? []).flatMap((id) => facts.get(id) ?? []));
		const say = (message: string): Problem => ({ file: item.file, line: item.lineOf("facts"), message });
		return paragraphsOf(value.blocks).flatMap((paragraph) => [
			...durationsIn(paragraph)
				.filter((duration) => !sourced.has(duration))
				.map((duration) => say(`No fact named in \`facts\` gives "${duration}": "${paragraph}"`)),
			...wrongConversions(paragraph).map((wrong) => say(`"${wrong}" does not come to the same time.`)),
			...bare(paragraph).map((days) => say(`Say "${days}" as weeks too, in brackets: (about 3 weeks).`)),
		]);
	});
}

/** Working days with no plain form beside them. One day needs none. */
function bare(paragraph: string): readonly string[] {
	const found = shortRe.exec(paragraph)?.[0];
	return found && !found.startsWith("1 ") ? [found] : [];
}
