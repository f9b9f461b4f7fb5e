import type { Sentence } from "#domain/phrasing/clauses.ts";
import { measure, type ReadingLimits } from "#domain/reading/measure.ts";
import { sentences, wordsOf } from "#domain/reading/sentences.ts";

/** Addresses, markup and letters of other scripts: links and numbers are only ever ours. */
const markupRe = /https?:|www\.|\w\.(?:uk|com|org|net|gov)\b|@|[<>[\]{}|`*_#\\^~]/i;
const otherLettersRe = /[^\p{Script=Latin}\p{N}\p{P}\p{Zs}£+]/u;
const hiddenRe = /[\p{Cc}\p{Cf}\p{Co}]/u;
/** A single sentence swings more than the whole text it is from. */
const GRADE_ALLOWANCE = 4;

/** Shorter than this a sentence is the rest of one. */
const FEWEST_WORDS = 4;

/** One plain sentence that a person of the reading age can read. */
export function formFault(text: string, sources: readonly Sentence[], limits: ReadingLimits): string | null {
	if (text === "") return "empty";
	if (markupRe.test(text)) return "a link or markup";
	if (hiddenRe.test(text) || otherLettersRe.test(text)) return "letters that are not ours";
	if (/(?:,|\b(?:and|or|but|the|an?|if|even))[.!?]?$/i.test(text)) return "not a whole sentence";
	if (wordsOf(text).length < FEWEST_WORDS) return "says nothing";
	const all = sentences(text);
	if (all.length !== 1) return "not one sentence";
	const { words, grade } = measure([text]);
	if (words > limits.longest_sentence) return "too long";
	const hardest = Math.max(limits.grade, ...sources.map((source) => measure([source.text]).grade));
	return grade > hardest + GRADE_ALLOWANCE ? "too hard to read" : null;
}
