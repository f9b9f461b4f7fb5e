import { type Lexicon, WORD_KINDS } from "#domain/directory/search/lexicon.ts";
import type { SearchNeed } from "#domain/directory/search/vocabulary.ts";

/** A word that so few needs say points to them; one that many say ("baby") points nowhere. */
const MOST_NEEDS = 2;

export type HintWord = { readonly term: number; readonly need: number };

/**
 * The single words out of what families say that point to a need: whoever writes "weed" without any phrase we know
 * still means drugs. A need and its broader need count as one.
 */
export function hintWords(lexicon: Lexicon, needs: readonly SearchNeed[]): readonly HintWord[] {
	const saidBy = new Map<number, Set<number>>();
	needs.forEach((need, number) => {
		for (const text of need.families_say)
			for (const index of lexicon.read(text)) {
				const form = lexicon.forms[index];
				if (form?.kind !== WORD_KINDS.plain) continue;
				const said = saidBy.get(form.term) ?? new Set<number>();
				saidBy.set(form.term, said.add(number));
			}
	});
	return [...saidBy].flatMap(([term, said]) => {
		const narrow = [...said].filter((need) => ![...said].some((other) => needs[other]?.parent === needs[need]?.id));
		return narrow.length <= MOST_NEEDS ? narrow.map((need) => ({ term, need })) : [];
	});
}
