import { audienceOf } from "#cli/evaluate/answers-audience.ts";
import { type Message, ownSets, type Question } from "#cli/evaluate/answers-sets.ts";
import type { Library } from "#content/library.ts";
import type { AnswerIndex, Found } from "#domain/answers/find-answer.ts";

export type Count = { readonly hits: number; readonly of: number };

/** What became of one question of a set. */
export type Outcome = {
	readonly question: Question;
	readonly found: Found;
	/** The answer, a second one, and what else may have been meant, in this order. */
	readonly got: readonly string[];
	readonly first: boolean;
	readonly within: boolean;
	/** How likely the index took its first guess to be, and whether it was right. */
	readonly chance: number;
	readonly guessed: boolean;
};

export type Measured = {
	readonly scores: Readonly<Record<string, Count>>;
	readonly outcomes: readonly Outcome[];
	readonly answeredOffTopic: readonly string[];
};

/** Runs the project's own sets. An answer is right when its topics hold the topic of the question. */
export function measureOwnSets(index: AnswerIndex, library: Library): Measured {
	const topicsOf = (id: string) => library.answer(id)?.topics ?? [];
	const sets = ownSets();
	const outcomeOf = (question: Question): Outcome => {
		const audience = audienceOf(question.audience);
		const found = index.findAnswer(question.text, audience);
		const got = everythingIn(found);
		const right = (id: string | undefined) => id !== undefined && topicsOf(id).includes(question.topic);
		const guess = index.likeliest(question.text, audience);
		return {
			question,
			found,
			got,
			first: found.kind === "answer" && right(found.id),
			within: got.slice(0, 3).some(right),
			chance: guess?.chance ?? 0,
			guessed: right(guess?.id),
		};
	};
	const answered = (messages: readonly Message[]) =>
		messages.filter(({ text, audience }) => index.findAnswer(text, audienceOf(audience)).kind === "answer");
	const bySet = sets.questions.map((questions) => questions.map(outcomeOf));
	const outcomes = bySet.flat();
	const young = outcomes.filter(({ question }) => question.audience === "young_person");
	const adults = outcomes.filter(({ question }) => question.audience !== "young_person");
	const answeredOffTopic = new Set(sets.offTopic.flatMap(answered));
	const numbered = <T>(name: string, of: readonly (readonly T[])[], counts: (item: T) => boolean) =>
		Object.fromEntries(of.map((items, at) => [`set ${at + 1}: ${name}`, share(items, counts)]));
	return {
		outcomes,
		answeredOffTopic: [...answeredOffTopic].map(({ text }) => text),
		scores: {
			...numbered("right first", bySet, (outcome) => outcome.first),
			...numbered("right within three", bySet, ({ within }) => within),
			"adults: right first": share(adults, (outcome) => outcome.first),
			"adults: right within three": share(adults, ({ within }) => within),
			"young people: right first": share(young, (outcome) => outcome.first),
			"young people: right within three": share(young, ({ within }) => within),
			...numbered("off topic, not answered", sets.offTopic, (message) => !answeredOffTopic.has(message)),
			"follow-ups: resolved": share(sets.followUps, ({ text, audience, last, topics }) => {
				const found = index.findAnswer(text, audience, last);
				return found.kind === "answer" && topicsOf(found.id).some((topic) => topics.includes(topic));
			}),
			"two questions: both answered": share(sets.twoQuestions, ({ text, audience, topics }) => {
				const found = index.findAnswer(text, audience);
				const given = found.kind === "answer" ? [found.id, found.also ?? ""].flatMap(topicsOf) : [];
				return topics.every((topic) => given.includes(topic));
			}),
			"one question: no second answer": share(outcomes, ({ found }) => found.kind !== "answer" || found.also === null),
		},
	};
}

export function everythingIn(found: Found): readonly string[] {
	return found.kind === "answer" ? [found.id, ...(found.also ? [found.also] : []), ...found.near] : found.near;
}

export function share<T>(items: readonly T[], counts: (item: T) => boolean): Count {
	return { hits: items.filter(counts).length, of: items.length };
}
