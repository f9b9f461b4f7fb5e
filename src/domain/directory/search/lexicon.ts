import { stem } from "#domain/directory/search/stem.ts";
import type { Synonyms } from "#domain/directory/search/vocabulary.ts";
import { fold, markedWordsOf } from "#domain/directory/search/words.ts";

/**
 * The words of a directory while its snapshot is built. A *form* is a word as it is written ("counselling");
 * a *term* is what is looked for, one for all forms of a stem. A phrase can be a term too ("food bank"),
 * and so can a choice of a filter.
 */
export type Form = {
	readonly text: string;
	term: number;
	readonly kind: WordKind;
	/** In how many records it stands, for choosing between corrections. */
	records: number;
	lastRecord: number;
};
export type WordKind = (typeof WORD_KINDS)[keyof typeof WORD_KINDS];
export const WORD_KINDS = { plain: 0, weak: 1, small: 2, stop: 3 } as const;

/** Marks a short form in capitals whose letters are a stop word: "=it" is information technology. */
export const CAPITALS_MARK = "=";

export type Lexicon = ReturnType<typeof createLexicon>;

/**
 * `topics`: words that stand for a thing by themselves ("housing"), which no weak word of the same stem ("house")
 * makes weak. `areaName`: said of the whole directory, so its words tell no record from another.
 */
export function createLexicon(synonyms: Synonyms, topics: readonly string[], areaName: string) {
	const forms: Form[] = [];
	const byText = new Map<string, number>();
	const terms = new Map<string, number>();
	const kinds = new Map<string, WordKind>();
	for (const [kind, words] of [
		[WORD_KINDS.weak, [...synonyms.weak_words, areaName]],
		[WORD_KINDS.small, synonyms.small_words],
		[WORD_KINDS.stop, synonyms.stop_words],
	] as const)
		for (const text of words) for (const { word } of markedWordsOf(text.toLowerCase())) kinds.set(word, kind);
	const weakStems = new Set([...kinds].filter(([, kind]) => kind === WORD_KINDS.weak).map(([word]) => stem(word)));

	const topical = new Set(topics.map(fold).filter((text) => !/[^\p{L}]/u.test(text)));

	function kindOf(word: string): WordKind {
		// A bare figure ("2 year old") is in too many records by chance to be asked of each.
		if (/^\d{1,2}$/.test(word)) return WORD_KINDS.weak;
		if (topical.has(word)) return kinds.get(word) ?? WORD_KINDS.plain;
		return kinds.get(word) ?? (weakStems.has(stem(word)) ? WORD_KINDS.weak : WORD_KINDS.plain);
	}

	function termOf(key: string): number {
		const known = terms.get(key);
		if (known !== undefined) return known;
		terms.set(key, terms.size);
		return terms.size - 1;
	}

	function formOf(text: string): number {
		const known = byText.get(text);
		if (known !== undefined) return known;
		const capitals = text.startsWith(CAPITALS_MARK);
		const kind = capitals ? WORD_KINDS.plain : kindOf(text);
		// A stop word is only ever itself: "as" must not be found by the stem of another word.
		const term = termOf(kind === WORD_KINDS.stop || capitals ? text : stem(text));
		forms.push({ text, term, kind, records: 0, lastRecord: -1 });
		byText.set(text, forms.length - 1);
		return forms.length - 1;
	}

	// A question must know its stop words even where no record uses them.
	for (const word of kinds.keys()) formOf(word);

	/** The forms of a text, in order. */
	function read(text: string, trustCapitals = false): number[] {
		return markedWordsOf(text, trustCapitals).map(({ word, capitals }) =>
			formOf(capitals && kindOf(word) === WORD_KINDS.stop ? CAPITALS_MARK + word : word),
		);
	}

	/** The terms of a phrase: its stop words left out where at least two other words remain. */
	function phrase(text: string): number[] {
		const words = read(text, true).flatMap((index) => forms[index] ?? []);
		const content = words.filter((form) => form.kind !== WORD_KINDS.stop);
		return (content.length > 1 || content.length === words.length ? content : words).map((form) => form.term);
	}

	return {
		forms,
		read,
		phrase,
		/** The term of a phrase of several words, or of anything else with a key of its own. */
		termOf,
		formOf,
		kindOf,
		find: (text: string) => byText.get(text),
		terms: (): Iterable<readonly [string, number]> => terms,
		termCount: () => terms.size,
		stopTerms: () => new Set(forms.filter((form) => form.kind === WORD_KINDS.stop).map((form) => form.term)),
	};
}
