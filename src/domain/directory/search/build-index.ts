import { type FacetValues, withBroader } from "#domain/directory/search/facet-values.ts";
import { FIELD } from "#domain/directory/search/fields.ts";
import { hyphenedWords, joinedWords } from "#domain/directory/search/joined-words.ts";
import { createLexicon, type Lexicon } from "#domain/directory/search/lexicon.ts";
import { createPhraseBook, type PhraseBook } from "#domain/directory/search/phrase-book.ts";
import { createPostingsWriter, type Postings, position } from "#domain/directory/search/postings.ts";
import type { SearchRecord } from "#domain/directory/search/record.ts";
import { createSignReader } from "#domain/directory/search/sign-reader.ts";
import { termStream } from "#domain/directory/search/term-stream.ts";
import type { SearchVocabulary } from "#domain/directory/search/vocabulary.ts";

/** The words of a directory, found and counted, and what they show of each record. */
export type Index = {
	readonly lexicon: Lexicon;
	readonly book: PhraseBook;
	readonly postings: Postings;
	/** Words counted per record: all, and those of its name. */
	readonly lengths: Uint16Array;
	readonly nameLengths: Uint8Array;
	readonly shown: readonly ShownByWords[];
	/** Whether a timetable's notes say that it runs on bank holidays too. */
	readonly isHolidayNote: (notes: string) => boolean;
};
export type ShownByWords = {
	/** Choices that apply, the broader ones included. */
	readonly choices: ReadonlySet<number>;
	/** It is for people who expect a baby. */
	readonly forUnborn: boolean;
	/** Its cost text says free, or names something to pay; null where it says neither. */
	readonly saysFree: boolean | null;
};

/**
 * Reads all records, which must stand in the order in which the snapshot numbers them. `areaName` is said of every
 * record, so its words tell none from another.
 */
export function buildIndex(
	records: readonly SearchRecord[],
	vocabulary: SearchVocabulary,
	facets: FacetValues,
	areaName: string,
): Index {
	const lexicon = createLexicon(vocabulary.synonyms, topicsOf(vocabulary), areaName);
	const read = records.map((record) => record.fields.map((text) => lexicon.read(text)));
	countForms(lexicon, read);
	const texts = records.flatMap((record) => record.fields);
	const joined = [...joinedWords(lexicon, read.flat()), ...hyphenedWords(lexicon, texts)];
	const book = createPhraseBook(lexicon, vocabulary, facets, joined);
	const signs = createSignReader(lexicon, book, vocabulary, facets);
	const postings = createPostingsWriter();
	const lengths = new Uint16Array(records.length);
	const nameLengths = new Uint8Array(records.length);

	const shown = records.map((record, number): ShownByWords => {
		let length = 0;
		const streams = (read[number] ?? []).map((forms, field) => {
			const stream = termStream(lexicon, book, forms);
			let counted = 0;
			stream.terms.forEach((term, at) => {
				if (stream.counted[at] !== true) return;
				postings.add(term, field, position(field, counted));
				counted += 1;
			});
			length += counted;
			if (field === FIELD.name) nameLengths[number] = Math.min(counted, 255);
			return stream.terms;
		});
		lengths[number] = Math.min(length, 0xffff);
		const { phrases, ticked, mentioned, forUnborn } = signs.read(streams, record.headings);
		for (const { term, field } of phrases) postings.add(term, field);
		const tag = (value: number, field: number) => postings.add(lexicon.termOf(`@${value}`), field);
		const choices = new Set(ticked.flatMap((value) => withBroader(facets.values, value)));
		// A choice of its own counts twice, one that merely holds another of its choices once.
		for (const value of choices) tag(value, FIELD.need);
		for (const value of ticked) tag(value, FIELD.need);
		for (const value of mentioned) if (!choices.has(value)) tag(value, FIELD.description);
		postings.endRecord(number);
		const costs = signs.kindsIn(record.costText);
		return { choices, forUnborn, saysFree: costs.has("costs") ? false : costs.has("free") ? true : null };
	});
	return {
		lexicon,
		book,
		postings: postings.finish(lexicon.termCount()),
		lengths,
		nameLengths,
		shown,
		isHolidayNote: (notes) => signs.kindsIn(notes).has("bank_holidays"),
	};
}

/** What the vocabulary names as things in their own right. */
function topicsOf({ synonyms, needs }: SearchVocabulary): readonly string[] {
	const { same, means } = synonyms;
	return [...same.flat(), ...means.flatMap(({ find }) => find), ...needs.flatMap((need) => need.services_say)];
}

function countForms(lexicon: Lexicon, read: readonly (readonly (readonly number[])[])[]): void {
	read.forEach((fields, record) => {
		for (const forms of fields)
			for (const index of forms) {
				const form = lexicon.forms[index];
				if (!form || form.lastRecord === record) continue;
				form.lastRecord = record;
				form.records += 1;
			}
	});
}
