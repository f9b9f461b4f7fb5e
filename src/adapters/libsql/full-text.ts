/** A word as `unicode61` cuts them: letters, digits and the marks on them. */
const wordRe = /[\p{L}\p{N}\p{M}]+/gu;
/** More words than this narrow nothing and cost much. */
const MOST_WORDS = 20;

/** The words of a search, the first of them if there are very many. */
export function searchWords(search: string): readonly string[] {
	return (search.match(wordRe) ?? []).slice(0, MOST_WORDS);
}

/**
 * An FTS5 expression for a search: every word must stand in the record, the word itself or one that begins with it.
 * Quoting each keeps operators and punctuation harmless. Null when the text holds no word at all.
 */
export function matchExpression(search: string): string | null {
	const words = searchWords(search);
	return words.length === 0 ? null : words.map((word) => `"${word}"*`).join(" AND ");
}
