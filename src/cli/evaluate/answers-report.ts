import { type Measured, measureOwnSets, type Outcome, share } from "#cli/evaluate/answers-scores.ts";
import { wilson } from "#cli/evaluate/wilson.ts";
import type { Library } from "#content/library.ts";
import type { AnswerIndex } from "#domain/answers/find-answer.ts";

const WEAKEST = 12;
/** The chances between which the guesses are counted together. */
const BANDS = [0, 0.5, 0.8, 0.95, 0.99, 1.01] as const;

/** The project's own sets as a table: counts, rates, 95 % intervals, calibration, the weakest topics and every miss. */
export function reportOwnSets(index: AnswerIndex, library: Library): string {
	const measured = measureOwnSets(index, library);
	const { outcomes, scores, answeredOffTopic } = measured;
	const kinds = ["answer", "clarify", "no_answer"].map(
		(kind) => `${share(outcomes, ({ found }) => found.kind === kind).hits} ${kind}`,
	);
	const answered = outcomes.filter(({ found }) => found.kind === "answer");
	const right = share(answered, ({ first }) => first);
	return [
		"answers: the project's own sets (docs/decisions/0011-finding-answers.md says what they are and are not)",
		...Object.entries(scores).map(([name, { hits, of }]) => row(name, hits, of)),
		`  questions by kind: ${kinds.join(", ")}; of those answered, right: ${wilson(right.hits, right.of)}`,
		"how sure it was, and how often the first guess was right",
		...calibration(outcomes),
		"weakest topics (right first)",
		...weakest(outcomes),
		"not right first",
		...outcomes
			.filter(({ first }) => !first)
			.map(
				({ question, found, got }) =>
					`  ${question.topic} ← ${found.kind} ${got.join(", ")} | ${question.text.slice(0, 100)}`,
			),
		"off-topic, answered",
		...answeredOffTopic.map((text) => `  ${text}`),
	].join("\n");
}

function row(name: string, hits: number, of: number): string {
	return `  ${name.padEnd(40)} ${String(hits).padStart(4)} of ${String(of).padStart(4)}  ${wilson(hits, of)}`;
}

function calibration(outcomes: Measured["outcomes"]): readonly string[] {
	return BANDS.slice(1).map((to, at) => {
		const from = BANDS[at] ?? 0;
		const inBand = outcomes.filter(({ chance }) => chance >= from && chance < to);
		const { hits, of } = share(inBand, ({ guessed }) => guessed);
		return row(`chance ${from} to ${Math.min(1, to)}`, hits, of);
	});
}

function weakest(outcomes: readonly Outcome[]): readonly string[] {
	return [...new Set(outcomes.map(({ question }) => question.topic))]
		.map((topic) => ({
			topic,
			...share(
				outcomes.filter(({ question }) => question.topic === topic),
				({ first }) => first,
			),
		}))
		.filter(({ hits, of }) => hits < of)
		.sort((a, b) => a.hits / a.of - b.hits / b.of)
		.slice(0, WEAKEST)
		.map(({ topic, hits, of }) => `  ${topic.padEnd(28)} ${hits} of ${of}`);
}
