import type { FacetValues } from "#domain/directory/search/facet-values.ts";
import type { JoinedWord } from "#domain/directory/search/joined-words.ts";
import { type Lexicon, WORD_KINDS } from "#domain/directory/search/lexicon.ts";
import type { Phrase } from "#domain/directory/search/phrase-finder.ts";
import type { SearchVocabulary } from "#domain/directory/search/vocabulary.ts";

/** What a phrase in a record's text shows: that it holds a term, or that a choice may apply to it. */
export type Sign =
	| { readonly kind: "term"; readonly term: number }
	/** `heading`: only in the record's own taxonomy terms, being a name too broad for running text. */
	| { readonly kind: "choice"; readonly value: number; readonly sign: number; readonly heading: boolean }
	| { readonly kind: "free" | "costs" | "unborn" | "bank_holidays" };

/** How an expansion of the query came about; each has its own weight. */
export const EXPANSIONS = { phrase: 0, same: 1, means: 2, tag: 3 } as const;
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

	/** The one term that stands for these terms in a row. */
	function together(terms: readonly number[]): number | null {
		const [only] = terms;
		if (only === undefined) return null;
		if (terms.length === 1) return only;
		const term = lexicon.termOf(`${terms.join("+")}`);
		if (!phraseTerms.has(term)) {
			phraseTerms.add(term);
			signs.push({ terms, value: { kind: "term", term } });
			expand(terms, term, EXPANSIONS.phrase);
		}
		return term;
	}

	function phraseTerm(text: string): number | null {
		const terms = lexicon.phrase(text);
		const term = together(terms);
		const parts = text.toLowerCase().split(/[\s-]+/);
		// "Food bank" is also looked for as "foodbank"; short parts would join to other words.
		if (terms.length === 2 && parts.length === 2 && parts.every((part) => /^[a-z]{2,}$/.test(part)))
			join(parts.join(""), terms);
		return term;
	}

	function join(text: string, parts: readonly number[]): void {
		const own = text.length >= SHORTEST_JOINED ? lexicon.forms[lexicon.formOf(text)] : undefined;
		if (own && own.kind === WORD_KINDS.plain) joined.set(own.term, parts);
	}

	for (const { whole, first, second } of found) {
		together([first, second]);
		joined.set(whole, [first, second]);
	}
	for (const group of vocabulary.synonyms.same) {
		const members = group.map((text) => ({ terms: lexicon.phrase(text), term: phraseTerm(text) }));
		for (const said of members)
			for (const found of members)
				if (said !== found && found.term !== null) expand(said.terms, found.term, EXPANSIONS.same);
	}
	for (const { say, find } of vocabulary.synonyms.means)
		for (const said of say)
			for (const text of find) {
				const term = phraseTerm(text);
				if (term !== null) expand(lexicon.phrase(said), term, EXPANSIONS.means);
			}

	const tagTerms = values.slice(0, tags).map((_, value) => lexicon.termOf(`@${value}`));
	const sayTag = (texts: readonly string[], value: number) => {
		const term = tagTerms[value];
		if (term !== undefined) for (const text of texts) expand(lexicon.phrase(text), term, EXPANSIONS.tag);
	};
	const show = (texts: readonly string[], signOf: (sign: number) => Sign) => {
		for (const text of texts) signs.push({ terms: lexicon.phrase(text), value: signOf(signs.length) });
	};
	const choice = (value: number, heading: boolean) => (sign: number) =>
		({ kind: "choice", value, sign, heading }) as const;
	vocabulary.needs.forEach((need, value) => {
		sayTag([need.name, ...need.families_say, ...need.services_say, ...need.family_hubs_terms], value);
		show(need.services_say, choice(value, false));
		show([need.name, ...need.family_hubs_terms], choice(value, true));
	});
	const { filters } = vocabulary;
	const choices = [filters.audience, filters.send, filters.access, filters.mode, filters.language].flat();
	choices.forEach(({ name, say }, index) => {
		const value = vocabulary.needs.length + index;
		sayTag([name, ...say], value);
		show(say, choice(value, false));
		show([name], choice(value, true));
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
	};
}
