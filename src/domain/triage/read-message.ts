import { plainLetters } from "#domain/triage/plain-letters.ts";
import { readWord, type Spelling, wordsInside } from "#domain/triage/words.ts";

/** One sentence of a message: its words in plain spelling, and where a comma, dots or a dash parts it. */
export type Sentence = {
	readonly words: readonly string[];
	/** Positions of words that stand after a comma, dots or a dash. */
	readonly pauses: ReadonlySet<number>;
	readonly question: boolean;
};

/** A sentence of more words than this is cut, so that no message can make the work grow faster than its length. */
const LONGEST_SENTENCE = 60;
/** How many words a cut sentence and the next one share, so that nothing is lost at the cut. */
const OVERLAP = 12;
/** Letters that stand alone are put together up to this many at a time. */
const MOST_LETTERS = 40;

/** Words that turn to something else: what stands before them must not colour what follows. */
const TURNS: ReadonlySet<string> = new Set(["but", "also", "btw", "anyway", "anyways", "actually", "ps"]);
const SHORTEST_BEFORE_TURN = 3;

const NO_PAUSES: ReadonlySet<number> = new Set();
const partRe = /[\p{L}\p{M}\p{N}'$@*]+|\n|"[:,]"|[{}[\]]+|[.!?;|•…,:()–—-]+|[\p{So}\u{1f300}-\u{1faff}]/gu;
/** A web or mail address, or a number with its country. */
const referenceRe = /^(?:https?:|www\.|\+\d)|^[^@]{1,80}@[^@]{1,80}\.[a-z]/;
const endRe = /[!?;|•"{}[\]]|^\.$/;
const pauseRe = /^[,.…:()–—-]/;
const wordRe = /^[\p{L}\p{N}'$@*]/u;
/** Chinese is written without spaces: each sign is read as a word. */
const hanRe = /\p{Script=Han}/u;
const letterRe = /[\p{L}]/u;
/** "d.i.e" and "h-i-t": letters parted by one sign each. */
const partedLettersRe = /^\p{L}(?:[.\-_*~/]\p{L}){1,40}$/u;
/** "i.want.to.die": stops in place of spaces. */
const partedWordsRe = /^[\p{L}']{1,20}(?:[._/-][\p{L}']{1,20}){2,40}$/u;
/** Figures with spaces and signs between them. */
const numberRe = /\+?\d[\d ()-]{7,40}\d/g;
const SHORTEST_PHONE = 9;
const signsRe = /[.\-_*~/]/g;

/**
 * The sentences of a message. A line's end, a full stop, ! ? and ; end a sentence; web and mail addresses, phone
 * numbers and other long figures are left out. One pass over the text.
 */
export function readMessage(text: string, spelling: Spelling): readonly Sentence[] {
	const sentences: Sentence[] = [];
	const seen = new Map<string, readonly string[]>();
	const spelt = new Map<string, readonly string[]>();
	let words: string[] = [];
	let pauses = NO_PAUSES;
	let letters: string[] = [];

	function spellOut(): void {
		if (letters.length >= 3) {
			const joined = letters.join("");
			const found =
				spelt.get(joined) ?? wordsInside(joined, spelling)?.flatMap((word) => readWord(word, spelling)) ?? [];
			spelt.set(joined, found);
			if (found.length > 0) words.splice(Math.max(0, words.length - letters.length), letters.length, ...found);
		}
		letters = [];
	}
	function end(question: boolean): void {
		spellOut();
		if (words.length > 0) sentences.push({ words, pauses, question });
		words = [];
		pauses = NO_PAUSES;
	}
	function cut(): void {
		const next = words.slice(-OVERLAP);
		sentences.push({ words, pauses, question: false });
		words = next;
		pauses = NO_PAUSES;
	}
	function add(typed: string): void {
		let read = seen.get(typed);
		if (read === undefined) {
			read = readWord(typed, spelling);
			seen.set(typed, read);
		}
		if (typed.length === 1 && letterRe.test(typed)) letters.push(typed);
		else spellOut();
		if (TURNS.has(typed) && words.length >= SHORTEST_BEFORE_TURN) end(false);
		for (const word of read) words.push(word);
		if (letters.length >= MOST_LETTERS) spellOut();
		if (words.length >= LONGEST_SENTENCE) cut();
	}

	for (const line of plainLetters(text).replace(numberRe, withoutPhone).split("\n")) {
		for (const chunk of line.split(/\s+/u)) {
			if (chunk.length > 3 && referenceRe.test(chunk.slice(0, 200))) continue;
			for (const part of withoutStops(chunk, spelling).match(partRe) ?? []) {
				if (hanRe.test(part)) for (const sign of part) add(sign);
				else if (wordRe.test(part)) add(part);
				else if (endRe.test(part)) end(part.includes("?"));
				else if (pauseRe.test(part)) pauses = new Set([...pauses, words.length]);
				else if (spelling.respell.has(part)) add(part);
			}
		}
		end(false);
	}
	return sentences;
}

/** A chunk without the signs that part its letters or stand in place of its spaces. */
function withoutStops(chunk: string, spelling: Spelling): string {
	if (chunk.length < 3 || chunk.length > 400) return chunk;
	if (partedLettersRe.test(chunk)) {
		const joined = chunk.replace(signsRe, "");
		if (joined.length > 2 || spelling.known(joined)) return joined;
	}
	return partedWordsRe.test(chunk) ? chunk.replace(signsRe, " ") : chunk;
}

/** Nothing in place of a phone number; the ages of five children stay. */
function withoutPhone(figures: string): string {
	return figures.replace(/\D/g, "").length >= SHORTEST_PHONE ? " " : figures;
}
