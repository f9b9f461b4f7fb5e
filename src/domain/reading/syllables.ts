const silentEnd = /(?:[^laeiouy]es|[^laeiouytd]ed|[^laeiouy]e)$/;
const vowelGroup = /[aeiouy]{1,2}/g;

/**
 * How many syllables an English word has, by the usual rule of vowel groups less silent endings.
 * At least 1. Good to about one word in ten, which averages out over a page.
 */
export function syllables(word: string): number {
	const letters = word.toLowerCase().replace(/[^a-z]/g, "");
	if (letters.length <= 3) return 1;
	const spoken = letters.replace(silentEnd, (end) => end.slice(0, 1)).replace(/^y/, "");
	return Math.max(1, spoken.match(vowelGroup)?.length ?? 1);
}
