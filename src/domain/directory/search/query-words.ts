import { CAPITALS_MARK } from "#domain/directory/search/lexicon.ts";
import { markedWordsOf, wordsOf } from "#domain/directory/search/words.ts";

/** One word of a question, or several that stood in quotes. */
export type QueryWord = {
	/** Folded; in quotes, the words with a space between. */
	readonly text: string;
	readonly quoted: boolean;
	/** Written in capitals in a question that is not all capitals: "IT", "ME". */
	readonly capitals: boolean;
	/** The last word, with nothing after it: it may still be being typed. */
	readonly unfinished: boolean;
};

/** A question longer than this is read up to here. */
export const LONGEST_QUERY = 200;
const quotedRe = /["“”„«»]([^"“”„«»]+)["“”„«»]/g;

export function queryWords(q: string): readonly QueryWord[] {
	const question = q.slice(0, LONGEST_QUERY);
	const words: QueryWord[] = [];
	let at = 0;
	for (const match of question.matchAll(quotedRe)) {
		words.push(...loose(question.slice(at, match.index)));
		const inside = wordsOf(match[1] ?? "");
		if (inside.length > 0) words.push({ text: inside.join(" "), quoted: true, capitals: false, unfinished: false });
		at = match.index + match[0].length;
	}
	words.push(...loose(question.slice(at)));
	const last = words.at(-1);
	if (last && !last.quoted && /[\p{L}\p{N}]$/u.test(question)) words[words.length - 1] = { ...last, unfinished: true };
	return words;
}

function loose(text: string): readonly QueryWord[] {
	// One word alone in capitals is meant so; a whole question in capitals is only loud.
	return markedWordsOf(text, /^\s*\S+\s*$/.test(text)).map(({ word, capitals }) => ({
		text: word,
		quoted: false,
		capitals,
		unfinished: false,
	}));
}

/** The word as the dictionary keeps it when it was written in capitals. */
export function inCapitals(word: string): string {
	return CAPITALS_MARK + word;
}
