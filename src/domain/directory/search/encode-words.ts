import type { Index } from "#domain/directory/search/build-index.ts";
import { encodeForms } from "#domain/directory/search/encode-forms.ts";
import { SECTION } from "#domain/directory/search/sections.ts";

/** The sections about words: dictionary, postings and phrases. */
export function encodeWords({ lexicon, book, postings }: Index): readonly (readonly [number, ArrayBufferView])[] {
	const forms = encodeForms(lexicon);
	const phrases = {
		expansions: book.expansions.map(({ terms, value }) => [terms, value.flatMap(({ term, how }) => [term, how])]),
		joined: [...book.joined].map(([whole, parts]) => [whole, ...parts]),
	};
	return [
		[SECTION.formOffsets, forms.offsets],
		[SECTION.formBytes, forms.bytes],
		[SECTION.formTerms, forms.terms],
		[SECTION.formInfo, forms.info],
		[SECTION.postingOffsets, postings.offsets],
		[SECTION.postingRecords, postings.records],
		[SECTION.postingCounts, postings.counts],
		[SECTION.positionOffsets, postings.positionOffsets],
		[SECTION.positions, postings.positions],
		[SECTION.phrases, new TextEncoder().encode(JSON.stringify(phrases))],
	];
}
