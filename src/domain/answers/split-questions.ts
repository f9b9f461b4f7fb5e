import type { Joins } from "#domain/answers/index-words.ts";
import { type PhraseTree, phraseAt, phraseTree } from "#domain/answers/phrase-tree.ts";
import { stem } from "#domain/directory/search/stem.ts";
import { wordsOf } from "#domain/directory/search/words.ts";

/** A part of a message that may be a question of its own. */
export type Part = {
	readonly text: string;
	/** Whether it asks, by its first word or the mark at its end; else it tells. */
	readonly asks: boolean;
	/** Whether it leans on what was said before ("can they do that"). */
	readonly leans: boolean;
};

const MOST_LETTERS = 1200;
const MOST_PARTS = 8;
const FEWEST_WORDS = 3;
const sentenceRe = /[^?!.;\n]+[?!.;\n]*/g;

/**
 * The parts of a message that might each be a question: its sentences, cut again where a word begins a second
 * question ("and how", "also"). Empty for a message of one part, and for one too long to be two questions.
 */
export function createSplitter({ joins, asks, leans, before }: Joins): (text: string) => readonly Part[] {
	const tree = phraseTree({ join: joins });
	const [asking, leaning, opening] = [new Set(asks), new Set(leans), new Set(before)];

	return (text) => {
		if (text.length > MOST_LETTERS) return [];
		const parts = (text.match(sentenceRe) ?? []).flatMap((sentence) => {
			const cuts = cut(wordsOf(sentence), tree);
			return cuts
				.map((words, at) => ({ words, marked: at === cuts.length - 1 && sentence.includes("?") }))
				.filter(({ words }) => words.length >= FEWEST_WORDS)
				.map(({ words, marked }) => ({
					text: words.join(" "),
					asks: marked || asking.has(words.find((word) => !opening.has(word)) ?? ""),
					leans: words.some((word) => leaning.has(word)),
				}));
		});
		return parts.length > 1 && parts.length <= MOST_PARTS ? parts : [];
	};
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
