import { plainLetters } from "#domain/triage/plain-letters.ts";
import { readWord, type Spelling } from "#domain/triage/words.ts";

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

const NO_PAUSES: ReadonlySet<number> = new Set();
const partRe = /[\p{L}\p{M}\p{N}'$@*]+|\n|[.!?;|•…,:()–—-]+|[\p{So}\u{1f300}-\u{1faff}]/gu;
/** A web or mail address, or a number with its country. */
const referenceRe = /^(?:https?:|www\.|\+\d)|^[^@]{1,80}@[^@]{1,80}\.[a-z]/;
const endRe = /[!?;|•]|^\.$/;
const pauseRe = /^[,.…:()–—-]/;
const wordRe = /^[\p{L}\p{N}'$@*]/u;
/** Chinese is written without spaces: each sign is read as a word. */
const hanRe = /\p{Script=Han}/u;
const letterRe = /[\p{L}]/u;

/**
 * The sentences of a message. A line's end, a full stop, ! ? and ; end a sentence; web and mail addresses, phone
 * numbers and other long figures are left out. One pass over the text.
 */
export function readMessage(text: string, spelling: Spelling): readonly Sentence[] {
	const sentences: Sentence[] = [];
	const seen = new Map<string, readonly string[]>();
	let words: string[] = [];
	let pauses = NO_PAUSES;
	let letters: string[] = [];

	function spellOut(): void {
		if (letters.length >= 3) {
			const joined = letters.join("");
			if (spelling.respell.has(joined) || spelling.known(joined)) {
				words.length -= Math.min(words.length, letters.length);
				words.push(...readWord(joined, spelling));
			}
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
		for (const word of read) words.push(word);
		if (words.length >= LONGEST_SENTENCE) cut();
	}

	for (const line of plainLetters(text).split("\n")) {
		for (const chunk of line.split(/\s+/u)) {
			if (chunk.length > 3 && referenceRe.test(chunk.slice(0, 200))) continue;
			for (const part of chunk.match(partRe) ?? []) {
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
