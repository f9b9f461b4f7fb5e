import type { Lexicon } from "#domain/triage/lexicon.ts";
import { withoutLookalikes } from "#domain/triage/plain-letters.ts";

/** How words are respelt: from what people type (without apostrophes) to the words it stands for. */
export type Spelling = {
	readonly respell: ReadonlyMap<string, readonly string[]>;
	/** Whether a word is one we know, so that it is left alone. */
	readonly known: (word: string) => boolean;
};

const stretchedRe = /(.)\1\1+/gu;
const doubledRe = /(.)\1+/gu;
const figuresRe = /^\d+$/;
const LEET: Readonly<Record<string, string>> = {
	"0": "o",
	"1": "i",
	"3": "e",
	"4": "a",
	"5": "s",
	"7": "t",
	$: "s",
	"@": "a",
	"*": "",
};
const leetRe = /[013457$@*]/g;
/** Numbers that say something by themselves; other long figures are phone numbers, dates and references. */
const SPOKEN_NUMBERS: ReadonlySet<string> = new Set(["999", "911", "112", "111", "101"]);
const NOTHING: readonly string[] = [];
/** "mydadhitsme": a word of so many letters may be several that were run together. */
const SHORTEST_RUN_TOGETHER = 9;
const LONGEST_RUN_TOGETHER = 60;
const LONGEST_KNOWN = 14;

/** What one typed word says: "dont" → do not, "m8" → mate, "pleaaase" → please, a phone number → nothing. */
export function readWord(typed: string, spelling: Spelling): readonly string[] {
	const whole = spelling.respell.get(typed);
	if (whole) return whole;
	if (figuresRe.test(typed)) return typed.length <= 2 || SPOKEN_NUMBERS.has(typed) ? [typed] : NOTHING;
	const word = withoutPossessive(withoutLookalikes(typed));
	if (word === "") return NOTHING;
	const respelt = spelling.respell.get(word);
	if (respelt) return respelt;
	if (spelling.known(word)) return [word];
	return readUnknown(word, spelling);
}

function readUnknown(word: string, spelling: Spelling): readonly string[] {
	for (const guess of guesses(word)) {
		const respelt = spelling.respell.get(guess);
		if (respelt) return respelt;
		if (spelling.known(guess)) return [guess];
	}
	if (word.length >= SHORTEST_RUN_TOGETHER && word.length <= LONGEST_RUN_TOGETHER) {
		const inside = wordsInside(word, spelling);
		if (inside && inside.length >= 3) return inside.flatMap((part) => spelling.respell.get(part) ?? [part]);
	}
	return [word.replace(stretchedRe, "$1$1").replace(leetRe, (sign) => (sign === "*" ? "" : sign))];
}

function* guesses(word: string): Generator<string> {
	stretchedRe.lastIndex = 0;
	if (stretchedRe.test(word)) {
		yield word.replace(stretchedRe, "$1$1");
		yield word.replace(stretchedRe, "$1");
		yield word.replace(doubledRe, "$1");
	}
	leetRe.lastIndex = 0;
	if (leetRe.test(word)) yield word.replace(leetRe, (sign) => LEET[sign] ?? sign);
}

function withoutPossessive(word: string): string {
	const stem = word.endsWith("'s") ? word.slice(0, -2) : word;
	return stem.includes("'") ? stem.replaceAll("'", "") : stem;
}

/** The spelling of a lexicon: its respellings, and every word that stands in it is known. */
export function spellingOf(lexicon: Pick<Lexicon, "respell" | "words" | "phrases">): Spelling {
	const inPhrases = new Set([...lexicon.phrases.values()].flatMap((phrases) => phrases.flatMap(({ words }) => words)));
	return { respell: lexicon.respell, known: (word) => lexicon.words.has(word) || inPhrases.has(word) };
}

/**
 * The known words that letters without spaces are made of, as few as will do; null when they are not wholly made of
 * known words. Single letters do not count as words, but "i" and "a" do.
 */
export function wordsInside(letters: string, spelling: Spelling): readonly string[] | null {
	const isWord = (part: string) =>
		part.length === 1 ? part === "i" || part === "a" : spelling.known(part) || spelling.respell.has(part);
	const fewest: { readonly count: number; readonly from: number }[] = [{ count: 0, from: 0 }];
	for (let end = 1; end <= letters.length; end += 1) {
		for (let from = Math.max(0, end - LONGEST_KNOWN); from < end; from += 1) {
			const count = (fewest[from]?.count ?? Number.POSITIVE_INFINITY) + 1;
			if (count < (fewest[end]?.count ?? Number.POSITIVE_INFINITY) && isWord(letters.slice(from, end)))
				fewest[end] = { count, from };
		}
	}
	const found: string[] = [];
	for (let end = letters.length; end > 0; ) {
		const from = fewest[end]?.from;
		if (from === undefined) return null;
		found.unshift(letters.slice(from, end));
		end = from;
	}
	return found;
}
