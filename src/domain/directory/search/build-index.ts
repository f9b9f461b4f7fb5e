import { createEvidence } from "#domain/directory/search/choices-evidence.ts";
import { type FacetValues, withBroader } from "#domain/directory/search/facet-values.ts";
import { FIELD } from "#domain/directory/search/fields.ts";
import { joinedWords } from "#domain/directory/search/joined-words.ts";
import { createLexicon, type Lexicon, WORD_KINDS } from "#domain/directory/search/lexicon.ts";
import { createPhraseBook, type PhraseBook, type Sign } from "#domain/directory/search/phrase-book.ts";
import { createPhraseFinder } from "#domain/directory/search/phrase-finder.ts";
import { createPostingsWriter, type Postings, position } from "#domain/directory/search/postings.ts";
import type { SearchRecord } from "#domain/directory/search/record.ts";
import type { SearchVocabulary } from "#domain/directory/search/vocabulary.ts";

/** The words of a directory, found and counted. `ticks` are the choices of each record that its words show. */
export type Index = {
	readonly lexicon: Lexicon;
	readonly book: PhraseBook;
	readonly postings: Postings;
	/** Words counted per record: all, and those of its name. */
	readonly lengths: Uint16Array;
	readonly nameLengths: Uint8Array;
	readonly ticks: readonly ReadonlySet<number>[];
	readonly unborn: readonly boolean[];
	/** Whether a cost text says "free", or says that something is to be paid; null where it says neither. */
	readonly free: readonly (boolean | null)[];
	/** Whether a timetable's notes say that it runs on bank holidays too. */
	readonly isHolidayNote: (notes: string) => boolean;
};

/** Reads all records, which must stand in the order in which the snapshot numbers them. */
export function buildIndex(records: readonly SearchRecord[], vocabulary: SearchVocabulary, facets: FacetValues): Index {
	const lexicon = createLexicon(vocabulary.synonyms);
	const read = records.map((record) => record.fields.map((text) => lexicon.read(text)));
	countForms(lexicon, read);
	const book = createPhraseBook(lexicon, vocabulary, facets, joinedWords(lexicon, read.flat()));
	const stopTerms = lexicon.stopTerms();
	const find = createPhraseFinder(book.signs, (term) => stopTerms.has(term));
	const negations = new Set(vocabulary.filters.negations.flatMap((word) => lexicon.phrase(word)));
	const streamOf = (forms: readonly number[]) => termStream(lexicon, book, forms);

	const postings = createPostingsWriter();
	const lengths = new Uint16Array(records.length);
	const nameLengths = new Uint8Array(records.length);
	const ticks: ReadonlySet<number>[] = [];
	const unborn: boolean[] = [];

	read.forEach((fields, number) => {
		const evidence = createEvidence(facets.values);
		let expectsBaby = false;
		let length = 0;
		fields.forEach((forms, field) => {
			const stream = streamOf(forms);
			let counted = 0;
			stream.terms.forEach((term, at) => {
				if (stream.counted[at] !== true) return;
				postings.add(term, field, position(field, counted));
				counted += 1;
			});
			length += counted;
			if (field === FIELD.name) nameLengths[number] = Math.min(counted, 255);
			find(stream.terms, (sign, from) => {
				if (sign.kind === "term") postings.add(sign.term, field);
				else if (sign.kind === "unborn")
					expectsBaby ||= field !== FIELD.organisation && !isNegated(stream.terms, from, negations);
				else if (
					sign.kind === "choice" &&
					(!sign.heading || field === FIELD.need) &&
					!isNegated(stream.terms, from, negations)
				)
					evidence.note(sign.value, sign.sign, field, from);
			});
		});
		const { ticked, mentioned } = evidence.weigh();
		const broad = new Set(ticked.flatMap((value) => withBroader(facets.values, value)));
		for (const value of broad)
			for (let twice = 0; twice < 2; twice += 1) postings.add(tagTerm(lexicon, value), FIELD.need);
		for (const value of mentioned) if (!broad.has(value)) postings.add(tagTerm(lexicon, value), FIELD.description);
		ticks.push(broad);
		unborn.push(expectsBaby);
		lengths[number] = Math.min(length, 0xffff);
		postings.endRecord(number);
	});

	const signsIn = (text: string): ReadonlySet<Sign["kind"]> => {
		const kinds = new Set<Sign["kind"]>();
		find(streamOf(lexicon.read(text)).terms, (sign) => kinds.add(sign.kind));
		return kinds;
	};
	return {
		lexicon,
		book,
		postings: postings.finish(lexicon.termCount()),
		lengths,
		nameLengths,
		ticks,
		unborn,
		free: records.map((record) => {
			const kinds = signsIn(record.costText);
			return kinds.has("costs") ? false : kinds.has("free") ? true : null;
		}),
		isHolidayNote: (notes) => signsIn(notes).has("bank_holidays"),
	};
}

/** The term under which the records of a choice are listed. */
export function tagTerm(lexicon: Lexicon, value: number): number {
	return lexicon.termOf(`@${value}`);
}

type Stream = { readonly terms: readonly number[]; readonly counted: readonly boolean[] };

/** The terms of a text, words written as one taken apart; `counted` marks those that are looked for on their own. */
function termStream(lexicon: Lexicon, book: PhraseBook, forms: readonly number[]): Stream {
	const terms: number[] = [];
	const counted: boolean[] = [];
	for (const index of forms) {
		const form = lexicon.forms[index];
		if (!form) continue;
		const looked = form.kind === WORD_KINDS.plain || form.kind === WORD_KINDS.weak;
		for (const term of book.joined.get(form.term) ?? [form.term]) {
			terms.push(term);
			counted.push(looked);
		}
	}
	return { terms, counted };
}

const WORDS_BEFORE = 2;

function isNegated(terms: readonly number[], from: number, negations: ReadonlySet<number>): boolean {
	return terms.slice(Math.max(0, from - WORDS_BEFORE), from).some((term) => negations.has(term));
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
