import {
	type NamedPhrases,
	type PhraseTree,
	phraseAt,
	phrasesAt,
	phraseTree,
	stemmedPhrases,
} from "#domain/answers/phrase-tree.ts";
import type { MendStem } from "#domain/answers/typing-slips.ts";
import { stem } from "#domain/directory/search/stem.ts";
import { wordsOf } from "#domain/directory/search/words.ts";

/** A question as finding reads it. */
export type Reading = {
	readonly words: readonly string[];
	/** Stems as they were typed, and with typing slips mended. */
	readonly typed: readonly string[];
	readonly stems: readonly string[];
	/**
	 * What may tell of its topic, each once: stems, "@group" for words that mean the same, "~group" for looser kin, neighbours ("a b"),
	 * and runs of letters ("#abc") that survive a typing slip.
	 */
	readonly features: readonly string[];
};

/** Groups of words by their names, as `word-groups.yaml` tells them apart. */
export type NamedGroups = { readonly groups: NamedPhrases; readonly broad: NamedPhrases };

/** The groups of words, ready to be found. */
export type GroupTrees = { readonly exact: PhraseTree; readonly broad: PhraseTree };

/** From groups that `stemmedGroups` made ready. */
export function groupTrees({ groups, broad }: NamedGroups): GroupTrees {
	const split = (phrase: string) => phrase.split(" ");
	return { exact: phraseTree(groups, split), broad: phraseTree(broad, split) };
}

/** Groups with their phrases stemmed: work for the build, which a start need not do again. */
export function stemmedGroups({ groups, broad }: NamedGroups): NamedGroups {
	return { groups: stemmedPhrases(groups), broad: stemmedPhrases(broad) };
}

/** A long story is read from both ends: the middle of one seldom holds the question, and the work stays bounded. */
const MOST_LETTERS = 3000;
const MOST_WORDS = 260;
const SHORTEST_RUN = 3;
const LONGEST_RUN = 4;

/** Marks the kinds of feature apart by their first letter. */
export const GROUP_MARK = "@";
export const BROAD_MARK = "~";
export const LETTERS_MARK = "#";

/** Reads a text of any length. Letters, digits and spaces count; case and punctuation do not. Runs of letters are of the words as typed. */
export function readQuestion(text: string, groups: GroupTrees, mend: MendStem = (stem) => stem): Reading {
	const words = ends(wordsOf(bounded(text)), MOST_WORDS);
	const typed = words.map(stem);
	const stems = typed.map(mend);
	const features = new Set<string>(stems);
	let before: string | null = null;
	for (let at = 0; at < stems.length; ) {
		const match = phraseAt(groups.exact, stems, at);
		const length = match?.length ?? 1;
		if (match && length > 1) features.add(stems.slice(at, at + length).join(" "));
		const unit = match ? GROUP_MARK + match.name : (stems[at] ?? "");
		features.add(unit);
		if (before !== null) features.add(`${before} ${unit}`);
		before = unit;
		at += length;
	}
	for (let at = 0; at < stems.length; at += 1)
		for (const { name } of phrasesAt(groups.broad, stems, at)) features.add(BROAD_MARK + name);
	for (const word of words) addRuns(features, word);
	return { words, typed, stems, features: [...features] };
}

function bounded(text: string): string {
	return text.length <= 2 * MOST_LETTERS ? text : `${text.slice(0, MOST_LETTERS)} ${text.slice(-MOST_LETTERS)}`;
}

function ends(words: readonly string[], most: number): readonly string[] {
	return words.length <= most ? words : [...words.slice(0, most / 2), ...words.slice(-most / 2)];
}

function addRuns(features: Set<string>, word: string): void {
	const framed = `^${word.slice(0, 40)}$`;
	for (let length = SHORTEST_RUN; length <= LONGEST_RUN; length += 1)
		for (let at = 0; at + length <= framed.length; at += 1) features.add(LETTERS_MARK + framed.slice(at, at + length));
}
