import type { Audience } from "#domain/conversation/audience.ts";
import { wordsOf } from "#domain/reading/sentences.ts";

/** What can be found: an answer by its title and the ways people ask for it. */
export type Findable = {
	readonly id: string;
	readonly title: string;
	readonly audiences: readonly Audience[];
	readonly stage: string;
	readonly topics: readonly string[];
	readonly asked_as: readonly string[];
	readonly body: string;
};

export type Found =
	| { readonly kind: "answer"; readonly id: string; readonly also: string | null; readonly near: readonly string[] }
	| { readonly kind: "clarify"; readonly near: readonly string[] }
	| { readonly kind: "no_answer"; readonly near: readonly string[] };

export type AnswerIndex = {
	/** `last` is the answer shown before, which a follow-up ("how long does that take?") may be about. */
	readonly findAnswer: (text: string, audience: Audience | undefined, last?: string) => Found;
};

/** Builds the index once; finding is pure. */
export function createAnswerIndex(answers: readonly Findable[]): AnswerIndex {
	const documents = answers.map((answer) => ({
		answer,
		phrasings: [answer.title, ...answer.asked_as].map((phrase) => new Set(tokens(phrase))),
	}));
	const frequency = new Map<string, number>();
	for (const { phrasings } of documents)
		for (const token of new Set(phrasings.flatMap((set) => [...set])))
			frequency.set(token, (frequency.get(token) ?? 0) + 1);
	const weight = (token: string) => Math.log(1 + documents.length / (frequency.get(token) ?? documents.length));

	function findAnswer(text: string, audience: Audience | undefined): Found {
		const query = new Set(tokens(text));
		if (query.size === 0) return { kind: "no_answer", near: [] };
		const queryWeight = total(query, weight);
		const ranked = documents
			.filter(({ answer }) => answer.audiences.includes("young_person") === (audience === "young_person"))
			.map(({ answer, phrasings }) => ({
				id: answer.id,
				score: Math.max(...phrasings.map((phrase) => overlap(query, phrase, queryWeight, weight))),
			}))
			.sort((a, b) => b.score - a.score);
		const [first, second] = ranked;
		const near = ranked
			.slice(0, 3)
			.filter(({ score }) => score > 0.15)
			.map(({ id }) => id);
		if (!first || first.score < 0.25) return { kind: "no_answer", near };
		if (first.score < 0.4 && second && first.score - second.score < 0.03) return { kind: "clarify", near };
		return { kind: "answer", id: first.id, also: null, near: near.slice(1) };
	}
	return { findAnswer };
}

function tokens(text: string): readonly string[] {
	return wordsOf(text.toLowerCase())
		.filter((word) => !STOP.has(word))
		.map((word) => word.replace(/(?:ing|ed|s)$/, ""));
}

function total(set: ReadonlySet<string>, weight: (token: string) => number): number {
	let sum = 0;
	for (const token of set) sum += weight(token);
	return sum;
}

/** Dice overlap by weight, 0 to 1. */
function overlap(
	query: ReadonlySet<string>,
	phrase: ReadonlySet<string>,
	queryWeight: number,
	weight: (token: string) => number,
): number {
	let shared = 0;
	for (const token of phrase) if (query.has(token)) shared += weight(token);
	return (2 * shared) / (queryWeight + total(phrase, weight) || 1);
}

const STOP: ReadonlySet<string> = new Set(
	"a an the i me my we us our you your it is are am was were be to of in on at for and or but if so do does did have has had that this with what how can will they them he she his her not no".split(
		" ",
	),
);
