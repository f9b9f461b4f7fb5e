import { crc32 } from "#domain/directory/search/crc32.ts";
import type { SearchVocabulary } from "#domain/directory/search/vocabulary.ts";

/** Goes up when a snapshot is built differently from the same services and words, and readers can do without. */
const WAY_OF_BUILDING = 2;

/** Tells whether a snapshot was built with these words and in today's way: if not, its area is to be published again. */
export function vocabularyMark(vocabulary: SearchVocabulary): string {
	const known = marks.get(vocabulary.synonyms);
	if (known !== undefined) return known;
	const { needs, synonyms, filters } = vocabulary;
	const bytes = new TextEncoder().encode(JSON.stringify([needs, synonyms, filters]));
	const mark = `${WAY_OF_BUILDING}-${crc32(bytes).toString(16)}`;
	marks.set(synonyms, mark);
	return mark;
}
const marks = new WeakMap<SearchVocabulary["synonyms"], string>();
