import { sentences, wordsOf } from "#domain/reading/sentences.ts";
import { syllables } from "#domain/reading/syllables.ts";

export type Reading = {
	readonly sentences: number;
	readonly words: number;
	/** Words a sentence, on average. */
	readonly average: number;
	readonly longest: { readonly text: string; readonly words: number };
	/** Flesch-Kincaid grade: US school years; grade 4 is about age nine. */
	readonly grade: number;
};

export type ReadingLimits = {
	readonly average_sentence: number;
	readonly longest_sentence: number;
	readonly grade: number;
};

/**
 * How hard some paragraphs are to read. Each list item is a paragraph of its own.
 * Flesch-Kincaid: Kincaid et al., "Derivation of New Readability Formulas", 1975.
 */
export function measure(paragraphs: readonly string[]): Reading {
	let count = 0;
	let words = 0;
	let sounds = 0;
	let longest = { text: "", words: 0 };
	for (const sentence of paragraphs.flatMap(sentences)) {
		const own = wordsOf(sentence);
		count += 1;
		words += own.length;
		for (const word of own) sounds += syllables(word);
		if (own.length > longest.words) longest = { text: sentence, words: own.length };
	}
	if (words === 0) return { sentences: 0, words: 0, average: 0, longest, grade: 0 };
	const average = words / count;
	const grade = 0.39 * average + 11.8 * (sounds / words) - 15.59;
	return { sentences: count, words, average, longest, grade: Math.max(0, grade) };
}
