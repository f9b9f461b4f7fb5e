import type { Text } from "#content/checks/texts.ts";
import type { Draft } from "#content/content.ts";
import type { Problem } from "#content/problem.ts";
import { measure } from "#domain/reading/measure.ts";

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
