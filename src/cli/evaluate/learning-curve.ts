import { crossValidate, type Outcome } from "#cli/triage-training/cross-validate.ts";
import type { Example } from "#cli/triage-training/examples.ts";
import type { Lexicon } from "#domain/triage/lexicon.ts";

const SHARES = [0.125, 0.25, 0.5, 1] as const;
/** Fewer parts than the published figures have: the curve's shape is what counts, and each part is a training. */
const PARTS = 4;

/** How the model does when it may learn from a share of the families only: whether more examples would still help. */
export function learningCurve(examples: readonly Example[], lexicon: Lexicon): string {
	const rows = SHARES.map((share) => {
		const outcomes = crossValidate(examples, lexicon, share, false, PARTS).filter(
			({ example }) => !isEveryday(example),
		);
		return `| ${share} | ${areaUnderCurve(outcomes).toFixed(3)} |`;
	});
	return ["| share of the families | area under the curve |", "|---|---|", ...rows].join("\n");
}

/** Questions put to the guide are easy to tell from danger: they would flatter the curve. */
function isEveryday({ family }: Example): boolean {
	return /^(?:q|off)-/.test(family);
}

/** How often a message that tells of danger scores above a question (0.5 by chance, 1 always). */
function areaUnderCurve(outcomes: readonly Outcome[]): number {
	const scored = outcomes
		.filter(({ example }) => example.level !== "concern")
		.map(({ example, scores }) => ({ danger: example.level !== "none", score: scores.danger }))
		.sort((one, other) => one.score - other.score);
	let questions = 0;
	let dangers = 0;
	let below = 0;
	for (const { danger } of scored) {
		if (!danger) questions += 1;
		else {
			dangers += 1;
			below += questions;
		}
	}
	return below / (questions * dangers);
}
