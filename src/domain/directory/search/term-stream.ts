import { type Lexicon, WORD_KINDS } from "#domain/directory/search/lexicon.ts";
import type { PhraseBook } from "#domain/directory/search/phrase-book.ts";

/** The terms of a text in order; `counted` marks those that are looked for on their own. */
export type TermStream = { readonly terms: readonly number[]; readonly counted: readonly boolean[] };

/** Reads the forms of a text as terms, words that are a phrase written as one taken apart. */
export function termStream(
	lexicon: Lexicon,
	{ joined }: Pick<PhraseBook, "joined">,
	forms: readonly number[],
): TermStream {
	const terms: number[] = [];
	const counted: boolean[] = [];
	for (const index of forms) {
		const form = lexicon.forms[index];
		if (!form) continue;
		const looked = form.kind === WORD_KINDS.plain || form.kind === WORD_KINDS.weak;
		for (const term of joined.get(form.term) ?? [form.term]) {
			terms.push(term);
			counted.push(looked);
		}
	}
	return { terms, counted };
}
