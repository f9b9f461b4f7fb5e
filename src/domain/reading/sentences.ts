const wordRe = /[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu;

/** The sentences of one paragraph or list item. A paragraph without a full stop is one sentence. */
export function sentences(paragraph: string): readonly string[] {
	return paragraph
		.split(/(?<=[.!?:]["”’)]?)\s+(?=["“‘(]?[\p{Lu}\p{N}])/u)
		.map((sentence) => sentence.trim())
		.filter((sentence) => wordsOf(sentence).length > 0);
}

/** The words of a text; "15" and "don't" are one word each. */
export function wordsOf(text: string): readonly string[] {
	return text.match(wordRe) ?? [];
}
