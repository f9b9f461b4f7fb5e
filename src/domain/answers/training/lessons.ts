import type { IndexWords } from "#domain/answers/index-words.ts";
import { type Findable, SIDES, type Side, type Subject } from "#domain/answers/subjects.ts";
import { wordsOf } from "#domain/directory/search/words.ts";

/** One example to learn from: a text and the place of its subject. */
export type Lesson = {
	readonly text: string;
	readonly subject: number;
	/** Whose question it is; null where it may be anyone's. */
	readonly side: Side | null;
	readonly weight: number;
	/** What the lesson was made of: phrasings are what cross-validation holds back. */
	readonly from: "title" | "phrasing" | "term" | "off-topic";
};

export type Term = { readonly term: string; readonly also: readonly string[] };

/** The topic whose answer explains any word. */
const WORDS_TOPIC = "jargon";
/** A word with its ways of asking counts as about two phrasings. */
const TERM_WEIGHT = 0.4;
/** There are hundreds of other words and one answer for them: each counts less, so that together they do not drown it. */
const OTHER_TERM_WEIGHT = 0.15;

/** All lessons that the content gives. Off-topic messages belong to the subject after the last. */
export function lessonsOf(subjects: readonly Subject[], words: IndexWords, terms: readonly Term[]): readonly Lesson[] {
	const lessons: Lesson[] = [];
	const add = (text: string, subject: number, side: Side | null, from: Lesson["from"], weight = 1) =>
		lessons.push({ text, subject, side, weight, from });
	subjects.forEach((subject, place) => {
		for (const side of SIDES) {
			const answer = subject.answers[side];
			if (!answer) continue;
			add(answer.title, place, side, "title");
			for (const phrasing of answer.asked_as) add(phrasing, place, side, "phrasing");
			for (const topic of answer.topics)
				for (const phrasing of words.phrasings[topic] ?? []) add(phrasing, place, side, "phrasing");
		}
		for (const side of SIDES)
			if (subject.answers[side])
				for (const topic of topicsOf(subject))
					for (const text of asking(words.topicTerms.terms[topic] ?? [], words.topicTerms.asking))
						add(text, place, side, "term", TERM_WEIGHT);
		if (topicsOf(subject).includes(WORDS_TOPIC))
			for (const [at, word] of unansweredWords(subjects, words, terms).entries())
				for (const side of SIDES)
					if (subject.answers[side])
						for (const text of asking([word], everyOther(words.topicTerms.asking, at)))
							add(text, place, side, "term", OTHER_TERM_WEIGHT);
	});
	for (const message of words.offTopic) add(message, subjects.length, null, "off-topic");
	return lessons;
}

function topicsOf(subject: Subject): readonly string[] {
	return (subject.answers.adult ?? subject.answers.young)?.topics ?? [];
}

/** Words of the glossary that no answer is about: people who ask for them get the answer that explains words. */
function unansweredWords(subjects: readonly Subject[], words: IndexWords, terms: readonly Term[]): readonly string[] {
	const asked = subjects
		.filter((subject) => !topicsOf(subject).includes(WORDS_TOPIC))
		.flatMap((subject) => Object.values(subject.answers))
		.flatMap((answer: Findable) => [answer.title, ...answer.asked_as]);
	const known = [...asked, ...Object.values(words.topicTerms.terms).flat()].map(spaced).join("");
	return terms.flatMap(({ term, also }) => {
		const names = [term, ...also];
		return names.some((name) => known.includes(spaced(name))) ? [] : names;
	});
}

function spaced(text: string): string {
	return ` ${wordsOf(text).join(" ")} `;
}

function asking(words: readonly string[], ways: readonly string[]): readonly string[] {
	return words.flatMap((word) => ways.map((way) => way.replace("{}", word)));
}

/** One way of asking for each word in turn: enough to learn from, and few enough not to drown the rest. */
function everyOther(ways: readonly string[], at: number): readonly string[] {
	return ways.slice(at % ways.length, (at % ways.length) + 1);
}
