import { type Text, textsOf } from "#content/checks/texts.ts";
import type { Draft } from "#content/content.ts";
import type { Problem } from "#content/problem.ts";
import { measure, type ReadingLimits } from "#domain/reading/measure.ts";

/**
 * Holds every text for the public to the limits of `content/language.yaml`. No item is exempt, and no word is let off for
 * being in the glossary, so that another tool finds the same.
 */
export function checkReading(draft: Draft, texts: readonly Text[]): readonly Problem[] {
	return texts.flatMap((text) => {
		const limits = text.youngPeople ? draft.language.limits.young_people : draft.language.limits.parents;
		const reading = measure(text.paragraphs);
		const problem = (message: string): Problem => ({ file: text.file, line: text.line, message });
		const found: Problem[] = [];
		if (reading.sentences >= FEWEST_AVERAGED && reading.average > limits.average_sentence)
			found.push(
				problem(
					`Sentences are ${reading.average.toFixed(1)} words long on average; at most ${limits.average_sentence}. Split the long ones.`,
				),
			);
		if (reading.longest.words > limits.longest_sentence)
			found.push(
				problem(
					`A sentence has ${reading.longest.words} words; at most ${limits.longest_sentence}: "${reading.longest.text}"`,
				),
			);
		if (reading.words >= SHORTEST_MEASURED && reading.grade > limits.grade)
			found.push(
				problem(`Reading grade ${reading.grade.toFixed(1)}; at most ${limits.grade}. Use shorter words and sentences.`),
			);
		return found;
	});
}

/** An average of one or two sentences says nothing that the limit on the longest does not. */
const FEWEST_AVERAGED = 3;
/** Flesch-Kincaid means little below about thirty words: one long word decides it. */
const SHORTEST_MEASURED = 30;

/** How hard a file that people read is to read, beside its limits. */
export type ReadingRow = {
	readonly file: string;
	/** Flesch-Kincaid. */
	readonly grade: number;
	/** Words a sentence. */
	readonly average: number;
	/** Words of the longest sentence. */
	readonly longest: number;
	readonly words: number;
	readonly limits: ReadingLimits;
};

/** Every file that people read, measured as a whole. */
export function readingRows(draft: Draft): readonly ReadingRow[] {
	const texts = Map.groupBy(textsOf(draft), ({ file }) => file);
	return [...texts].map(([file, own]) => {
		const { limits } = draft.language;
		const { grade, average, longest, words } = measure(own.flatMap(({ paragraphs }) => paragraphs));
		const young = own.every(({ youngPeople }) => youngPeople);
		return {
			file,
			grade,
			average,
			longest: longest.words,
			words,
			limits: young ? limits.young_people : limits.parents,
		};
	});
}

/** One line for each file wanted: its reading grade, its sentences and its words, beside the limits. */
export function readingOf(draft: Draft, wanted: (file: string) => boolean): readonly string[] {
	return readingRows(draft)
		.filter(({ file }) => wanted(file))
		.map(({ file, grade, average, longest, words, limits }) =>
			[
				`${file}: reading grade ${grade.toFixed(1)} (at most ${limits.grade}; grade 4 is about age nine)`,
				`sentences of ${average.toFixed(1)} words on average (at most ${limits.average_sentence})`,
				`the longest ${longest} (at most ${limits.longest_sentence})`,
				`${words} words in all.`,
			].join(", "),
		);
}
