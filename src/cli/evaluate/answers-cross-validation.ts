import { answerIndexInputs } from "#cli/answer-index-inputs.ts";
import { contentFiles } from "#cli/content-files.ts";
import { everythingIn } from "#cli/evaluate/answers-scores.ts";
import { wilson } from "#cli/evaluate/wilson.ts";
import { compile } from "#content/compile.ts";
import { createAnswerIndex } from "#domain/answers/find-answer.ts";
import { type Subject, subjectsOf } from "#domain/answers/subjects.ts";
import { type Lesson, lessonsOf } from "#domain/answers/training/lessons.ts";
import { trainIndex } from "#domain/answers/training/train-index.ts";
import { wordsOf } from "#domain/directory/search/words.ts";

const FOLDS = 5;
/** Phrasings that share this much of their words are of one family, and never stand on both sides of a split. */
const SAME_FAMILY = 0.6;

type Held = { readonly lesson: Lesson };

/**
 * `npx tsx src/cli/evaluate/answers-cross-validation.ts`: holds back each phrasing and each off-topic message once,
 * with its near copies, and asks an index that never saw it. Phrasings of one answer are meant to differ as much as
 * they can, so this is harder than what people ask: it compares settings, it does not foretell the rate.
 */
export async function main(print: (line: string) => void): Promise<number> {
	const files = await contentFiles();
	const { content } = compile(files);
	const { inputs } = answerIndexInputs(files, content);
	const subjects = subjectsOf(inputs.answers);
	const asked = new Set(inputs.answers.flatMap((answer) => answer.asked_as));
	const counts = { first: 0, within: 0, asked: 0, offTopicAnswered: 0, offTopic: 0 };
	for (let fold = 0; fold < FOLDS; fold += 1) {
		let held: readonly Held[] = [];
		const packed = trainIndex(inputs, (...from) => {
			const split = splitLessons(lessonsOf(...from), fold, asked);
			held = split.held;
			return split.kept;
		});
		const index = createAnswerIndex(content.answers, packed);
		for (const { lesson } of held) {
			const found = index.findAnswer(lesson.text, lesson.side === "young" ? "young_person" : "parent");
			if (lesson.from === "off-topic") {
				counts.offTopic += 1;
				if (found.kind === "answer") counts.offTopicAnswered += 1;
				continue;
			}
			const got = everythingIn(found)
				.slice(0, 3)
				.map((id) => holds(subjects[lesson.subject], id));
			counts.asked += 1;
			if (found.kind === "answer" && got[0]) counts.first += 1;
			if (got.includes(true)) counts.within += 1;
		}
	}
	print(
		`asked_as, held back: right first ${wilson(counts.first, counts.asked)}, within three ${wilson(counts.within, counts.asked)} (${counts.asked})`,
	);
	print(`off-topic, held back: answered ${wilson(counts.offTopicAnswered, counts.offTopic)} (${counts.offTopic})`);
	return 0;
}

function holds(subject: Subject | undefined, id: string): boolean {
	return subject !== undefined && Object.values(subject.answers).some((answer) => answer.id === id);
}

/** Holds back every fifth phrasing of an answer and every fifth off-topic message; their near copies leave the rest too. */
function splitLessons(lessons: readonly Lesson[], fold: number, asked: ReadonlySet<string>) {
	let place = 0;
	const isHeld = lessons.map(({ text, from }) => {
		if (from !== "off-topic" && !(from === "phrasing" && asked.has(text))) return false;
		place += 1;
		return place % FOLDS === fold;
	});
	const held = lessons.filter((_, at) => isHeld[at]).map((lesson) => ({ lesson }));
	const heldWords = held.map(({ lesson }) => new Set(wordsOf(lesson.text)));
	const kept = lessons.filter(({ text }, at) => {
		if (isHeld[at]) return false;
		const words = new Set(wordsOf(text));
		return !heldWords.some((other) => alike(words, other));
	});
	return { held, kept };
}

function alike(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
	const smaller = Math.min(a.size, b.size);
	if (smaller === 0 || smaller / Math.max(a.size, b.size) < SAME_FAMILY) return false;
	let shared = 0;
	for (const word of a) if (b.has(word)) shared += 1;
	return shared / (a.size + b.size - shared) >= SAME_FAMILY;
}

if (import.meta.filename === process.argv[1]) process.exitCode = await main(console.log);
