import { type PhraseTree, phraseAt } from "#domain/answers/phrase-tree.ts";
import { stem } from "#domain/directory/search/stem.ts";
import { wordsOf } from "#domain/directory/search/words.ts";

const MOST_LETTERS = 1200;
const MOST_PARTS = 8;
const FEWEST_WORDS = 3;
const sentenceEndRe = /[?!.;\n]+/;

/**
 * The parts of a message that might each be a question: its sentences, cut again where a word begins a second
 * question ("and how", "also"). Empty for a message of one part, and for one too long to be two questions.
 */
export function splitQuestions(text: string, joins: PhraseTree): readonly string[] {
	if (text.length > MOST_LETTERS) return [];
	const parts = text
		.split(sentenceEndRe)
		.flatMap((sentence) => cut(wordsOf(sentence), joins))
		.filter((words) => words.length >= FEWEST_WORDS)
		.map((words) => words.join(" "));
	return parts.length > 1 && parts.length <= MOST_PARTS ? parts : [];
}

function cut(words: readonly string[], joins: PhraseTree): readonly (readonly string[])[] {
	const stems = words.map(stem);
	const parts: string[][] = [[]];
	words.forEach((word, at) => {
		if (at > 0 && phraseAt(joins, stems, at)) parts.push([]);
		parts.at(-1)?.push(word);
	});
	return parts;
}
