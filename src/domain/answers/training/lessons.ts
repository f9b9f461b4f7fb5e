import type { IndexWords } from "#domain/answers/index-words.ts";
import { type Findable, SIDES, type Side, type Subject } from "#domain/answers/subjects.ts";

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
/** There are hundreds of words and one answer for them: each counts less, so that together they do not drown it. */
const TERM_WEIGHT = 0.3;

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
		if (topicsOf(subject).includes(WORDS_TOPIC))
			for (const [at, word] of unansweredWords(subjects, terms).entries())
				for (const side of SIDES) if (subject.answers[side]) add(asking(word, at), place, side, "term", TERM_WEIGHT);
	});
	for (const message of words.offTopic) add(message, subjects.length, null, "off-topic");
	return lessons;
}

function topicsOf(subject: Subject): readonly string[] {
	return (subject.answers.adult ?? subject.answers.young)?.topics ?? [];
}

/** Words of the glossary that no answer is about: people who ask for them get the answer that explains words. */
function unansweredWords(subjects: readonly Subject[], terms: readonly Term[]): readonly string[] {
	const asked = subjects
		.filter((subject) => !topicsOf(subject).includes(WORDS_TOPIC))
		.flatMap((subject) => Object.values(subject.answers))
		.map((answer: Findable) => ` ${[answer.title, ...answer.asked_as].join(" ").toLowerCase()} `)
		.join(" ");
	return terms.flatMap(({ term, also }) => {
		const names = [term, ...also];
		return names.some((name) => asked.includes(name.toLowerCase())) ? [] : names;
	});
}

function asking(word: string, at: number): string {
	return at % 2 === 0 ? `what does ${word} mean` : `what is ${word}`;
}
