import type { FacetValues } from "#domain/directory/search/facet-values.ts";
import { hintWords } from "#domain/directory/search/hint-words.ts";
import type { JoinedWord } from "#domain/directory/search/joined-words.ts";
import { type Lexicon, WORD_KINDS } from "#domain/directory/search/lexicon.ts";
import type { Phrase } from "#domain/directory/search/phrase-finder.ts";
import type { SearchVocabulary } from "#domain/directory/search/vocabulary.ts";

/** What a phrase in a record's text shows: that it holds a term, or that a choice may apply to it. */
export type Sign =
	| { readonly kind: "term"; readonly term: number }
	| { readonly kind: "choice"; readonly value: number; readonly sign: number }
	| { readonly kind: "free" | "costs" | "unborn" | "bank_holidays" };

/** How an expansion of the query came about; each has its own weight. */
export const EXPANSIONS = {
	/** The phrase itself, found whole. */
	phrase: 0,
	/** Means the same. */
	same: 1,
	/** Who says this may be looking for that. */
	means: 2,
	/** What families say for a need or another choice. */
	tag: 3,
	/** A word of one kind of thing: other things of that kind, where there are few of it itself. */
	kin: 4,
	/** A single word out of what families say, for the one need that says it. */
	hint: 5,
} as const;
export type Expansion = (typeof EXPANSIONS)[keyof typeof EXPANSIONS];
export type Target = { readonly term: number; readonly how: Expansion };

const SHORTEST_JOINED = 6;

export type PhraseBook = {
	/** Looked for in records. */
	readonly signs: Phrase<Sign>[];
	/** Looked for in queries. */
	readonly expansions: Phrase<readonly Target[]>[];
	/** Terms of words that are a phrase written as one ("foodbank"), and the terms of its parts. They are read as those. */
	readonly joined: ReadonlyMap<number, readonly number[]>;
	/** The choices that a taxonomy term names outright; null where it is none of our headings. */
	readonly headed: (text: string) => readonly number[] | null;
};

/** Compiles the vocabulary against a lexicon. `found` are the words that the directory itself writes both ways. */
export function createPhraseBook(
	lexicon: Lexicon,
	vocabulary: SearchVocabulary,
	{ values, tags }: FacetValues,
	found: readonly JoinedWord[],
): PhraseBook {
	const signs: Phrase<Sign>[] = [];
	const expansions = new Map<string, { readonly terms: readonly number[]; readonly targets: Map<number, Expansion> }>();
	const joined = new Map<number, readonly number[]>();
	const phraseTerms = new Set<number>();

	function expand(terms: readonly number[], target: number, how: Expansion): void {
		if (terms.length === 0 || (terms.length === 1 && terms[0] === target)) return;
		const key = terms.join(" ");
		const entry = expansions.get(key) ?? { terms, targets: new Map<number, Expansion>() };
		expansions.set(key, entry);
		const known = entry.targets.get(target);
		if (known === undefined || how < known) entry.targets.set(target, how);
	}

	/** The terms of a phrase as records and questions are read: words written as one taken apart. */
	function termsOf(text: string): readonly number[] {
		return lexicon.phrase(text).flatMap((term) => joined.get(term) ?? [term]);
	}

	/** The one term that stands for these terms in a row. */
	function together(terms: readonly number[]): number | null {
		const [only] = terms;
		if (only === undefined) return null;
		if (terms.length === 1) return only;
		const term = lexicon.termOf(terms.join("+"));
		if (!phraseTerms.has(term)) {
			phraseTerms.add(term);
			signs.push({ terms, value: { kind: "term", term } });
			expand(terms, term, EXPANSIONS.phrase);
		}
		return term;
	}

	for (const { whole, first, second } of found) {
		together([first, second]);
		joined.set(whole, [first, second]);
	}
	for (const text of phrasesOf(vocabulary)) joinIn(text);

	/** "Food bank" is also looked for as "foodbank". */
	function joinIn(text: string): void {
		const terms = lexicon.phrase(text);
		const parts = text.toLowerCase().split(/[\s-]+/);
		if (terms.length !== 2 || parts.length !== 2 || !parts.every((part) => /^[a-z]{2,}$/.test(part))) return;
		const whole = parts.join("");
		if (whole.length < SHORTEST_JOINED || parts.some((part) => lexicon.kindOf(part) >= WORD_KINDS.small)) return;
		const own = lexicon.forms[lexicon.formOf(whole)];
		if (own?.kind !== WORD_KINDS.plain) return;
		joined.set(own.term, terms);
		together(terms);
	}
	for (const group of vocabulary.synonyms.same) {
		const members = group.map((text) => ({ terms: termsOf(text), term: together(termsOf(text)) }));
		for (const said of members)
			for (const found of members)
				if (said !== found && found.term !== null) expand(said.terms, found.term, EXPANSIONS.same);
	}
	for (const { say, find } of vocabulary.synonyms.means)
		for (const said of say)
			for (const text of find) {
				const term = together(termsOf(text));
				if (term !== null) expand(termsOf(said), term, EXPANSIONS.means);
			}

	for (const word of vocabulary.synonyms.right_words ?? []) {
		const terms = termsOf(word);
		// Something to know it by, that stands for nothing else.
		if (terms.length === 1 && !expansions.has(terms.join()))
			expansions.set(terms.join(), { terms, targets: new Map() });
	}

	const tagTerms = values.slice(0, tags).map((_, value) => lexicon.termOf(`@${value}`));
	const sayTag = (texts: readonly string[], value: number, how: Expansion) => {
		const term = tagTerms[value];
		if (term !== undefined) for (const text of texts) expand(termsOf(text), term, how);
	};
	const show = (texts: readonly string[], signOf: (sign: number) => Sign) => {
		for (const text of texts) signs.push({ terms: termsOf(text), value: signOf(signs.length) });
	};
	const choice = (value: number) => (sign: number) => ({ kind: "choice", value, sign }) as const;
	const headings = new Map<string, number[]>();
	const head = (texts: readonly string[], value: number) => {
		for (const text of texts) {
			const key = termsOf(text).join(" ");
			headings.set(key, [...(headings.get(key) ?? []), value]);
		}
	};
	vocabulary.needs.forEach((need, value) => {
		sayTag([need.name, ...need.families_say], value, EXPANSIONS.tag);
		sayTag([...need.services_say, ...need.family_hubs_terms], value, EXPANSIONS.kin);
		show(need.services_say, choice(value));
		head([need.name, ...need.family_hubs_terms], value);
	});
	for (const { term, need } of hintWords(lexicon, vocabulary.needs)) {
		const tag = tagTerms[need];
		if (tag !== undefined) expand([term], tag, EXPANSIONS.hint);
	}
	const { filters } = vocabulary;
	const choices = [filters.audience, filters.send, filters.access, filters.mode, filters.language].flat();
	choices.forEach(({ name, say }, index) => {
		const value = vocabulary.needs.length + index;
		sayTag([name, ...say], value, EXPANSIONS.tag);
		show(say, choice(value));
		head([name], value);
	});
	show(filters.free.say, () => ({ kind: "free" }));
	show(filters.free.unless, () => ({ kind: "costs" }));
	show(filters.unborn.say, () => ({ kind: "unborn" }));
	show(filters.bank_holidays.say, () => ({ kind: "bank_holidays" }));

	return {
		signs,
		expansions: [...expansions.values()].map(({ terms, targets }) => ({
			terms,
			value: [...targets].map(([term, how]) => ({ term, how })),
		})),
		joined,
		headed: (text) => headings.get(termsOf(text).join(" ")) ?? null,
	};
}

/** Phrases that are also written as one word: those that stand for one thing, not what people say in passing. */
function phrasesOf({ synonyms, needs }: SearchVocabulary): readonly string[] {
	return [
		...synonyms.same.flat(),
		...synonyms.means.flatMap(({ find }) => find),
		...needs.flatMap((need) => need.services_say),
	];
}
