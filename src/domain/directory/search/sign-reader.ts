import { createEvidence } from "#domain/directory/search/choices-evidence.ts";
import type { FacetValues } from "#domain/directory/search/facet-values.ts";
import { FIELD } from "#domain/directory/search/fields.ts";
import type { Lexicon } from "#domain/directory/search/lexicon.ts";
import type { PhraseBook, Sign } from "#domain/directory/search/phrase-book.ts";
import { createPhraseFinder } from "#domain/directory/search/phrase-finder.ts";
import { termStream } from "#domain/directory/search/term-stream.ts";
import type { SearchVocabulary } from "#domain/directory/search/vocabulary.ts";

/** A negation this many words before a sign turns it: "no wheelchair access". */
const WORDS_BEFORE = 2;

export type ReadSigns = {
	/** Phrases that are terms of their own, with the field they stand in. */
	readonly phrases: readonly { readonly term: number; readonly field: number }[];
	/** Choices that apply, and choices that are merely mentioned. */
	readonly ticked: readonly number[];
	readonly mentioned: readonly number[];
	readonly forUnborn: boolean;
};

/** Reads what the words of a record show: phrases, and choices of the filters. */
export function createSignReader(
	lexicon: Lexicon,
	book: PhraseBook,
	vocabulary: SearchVocabulary,
	{ values }: FacetValues,
) {
	const stops = lexicon.stopTerms();
	const find = createPhraseFinder(book.signs, (term) => stops.has(term));
	const negations = new Set(vocabulary.filters.negations.flatMap((word) => lexicon.phrase(word)));
	const isNegated = (terms: readonly number[], from: number) =>
		terms.slice(Math.max(0, from - WORDS_BEFORE), from).some((term) => negations.has(term));
	const streamOf = (text: string) => termStream(lexicon, book, lexicon.read(text)).terms;

	/** `streams`: the terms of each field. `headings`: the record's taxonomy terms, each by itself. */
	function read(streams: readonly (readonly number[])[], headings: readonly string[]): ReadSigns {
		const evidence = createEvidence(values);
		const phrases: { readonly term: number; readonly field: number }[] = [];
		let forUnborn = false;
		const take = (terms: readonly number[], field: number, asChoices: boolean) =>
			find(terms, (sign, from) => {
				if (sign.kind === "term") {
					if (!asChoices || field !== FIELD.need) phrases.push({ term: sign.term, field });
				} else if (isNegated(terms, from)) return;
				else if (sign.kind === "unborn") forUnborn ||= field !== FIELD.organisation;
				else if (sign.kind === "choice" && asChoices) evidence.note(sign.value, sign.sign, field, from);
			});
		streams.forEach((terms, field) => {
			take(terms, field, field !== FIELD.need);
		});
		for (const heading of headings) {
			// "Money, benefits and housing" is one heading, not a sign of "housing".
			const named = book.headed(heading);
			if (named === null) take(streamOf(heading), FIELD.need, true);
			else named.forEach((value) => evidence.note(value, -1 - value, FIELD.need, 0));
		}
		return { phrases, ...evidence.weigh(), forUnborn };
	}

	/** The kinds of signs in a text of its own, a cost text or a note. */
	function kindsIn(text: string): ReadonlySet<Sign["kind"]> {
		const kinds = new Set<Sign["kind"]>();
		find(streamOf(text), (sign) => kinds.add(sign.kind));
		return kinds;
	}

	return { read, kindsIn };
}
