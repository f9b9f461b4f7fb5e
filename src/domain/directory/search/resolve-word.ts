import {
	findForm,
	formKind,
	formRecords,
	formTerm,
	formText,
	prefixRange,
} from "#domain/directory/search/dictionary.ts";
import type { Resolved, Way } from "#domain/directory/search/expand-phrases.ts";
import { WORD_KINDS } from "#domain/directory/search/lexicon.ts";
import { phrasePostings } from "#domain/directory/search/phrase-postings.ts";
import { inCapitals, type QueryWord } from "#domain/directory/search/query-words.ts";
import type { Snapshot } from "#domain/directory/search/snapshot.ts";
import { stem } from "#domain/directory/search/stem.ts";
import type { Weights } from "#domain/directory/search/weights.ts";
import { wordsOf } from "#domain/directory/search/words.ts";

const SHORTEST_PREFIX = 2;
const SHORTEST_PART = 3;
const SHORTEST_PREFIX_IN_COMPANY = 3;
const MOST_PREFIX_TERMS = 50;

/**
 * Looks a word of a question up: as it is, by its stem, by what it may become when it is still being typed, as two
 * words written as one, or corrected. The first of these that the directory knows. `inCompany`: beside other words.
 */
export function resolveWord(word: QueryWord, inCompany: boolean, snapshot: Snapshot, weights: Weights): Resolved {
	const { dictionary } = snapshot;
	if (word.quoted) return quoted(word, snapshot);
	const exact = exactForm(word, snapshot);
	if (exact >= 0) {
		const meant = known(word, exact, snapshot);
		return word.unfinished && inCompany ? withEndings(meant, snapshot, weights) : meant;
	}
	if (word.unfinished) {
		const ways = prefixWays(word.text, snapshot, weights);
		const [first] = ways;
		if (first) return { word, kind: WORD_KINDS.plain, ways, stream: [first.term], corrected: null };
	}
	const parts = partsOf(word.text, snapshot);
	if (parts)
		return { word: { ...word, quoted: true }, kind: WORD_KINDS.plain, ways: [], stream: parts, corrected: null };
	const corrections = snapshot.correct()(word.text);
	const [best] = corrections;
	if (!best) return { word, kind: WORD_KINDS.plain, ways: [], stream: [], corrected: null };
	const factor = best.slips === 1 ? weights.expansions.oneSlip : weights.expansions.twoSlips;
	const ways = corrections.map(({ form }, rank) => ({
		term: formTerm(dictionary, form),
		factor: factor * (rank === 0 ? 1 : 0.8),
		how: "typo",
		finds: true,
	}));
	const meant = known(word, best.form, snapshot);
	return { ...meant, kind: Math.min(meant.kind, WORD_KINDS.weak), ways, corrected: formText(dictionary, best.form) };
}

/** "Young car" may become "young carers": a rare last word beside others is looked for with its endings too. */
function withEndings(meant: Resolved, snapshot: Snapshot, weights: Weights): Resolved {
	const { offsets } = snapshot.postings;
	const listed = meant.ways.reduce((sum, { term }) => sum + (offsets[term + 1] ?? 0) - (offsets[term] ?? 0), 0);
	if (listed >= weights.expansions.kinBelow || meant.word.text.length < SHORTEST_PREFIX_IN_COMPANY) return meant;
	const endings = prefixWays(meant.word.text, snapshot, weights).map((way) => ({ ...way, factor: way.factor / 2 }));
	return {
		...meant,
		ways: [...meant.ways, ...endings.filter(({ term }) => meant.ways.every((way) => way.term !== term))],
	};
}

/** "Toylibrary": two words that stand side by side in some record. Null where there is no such pair. */
function partsOf(word: string, { dictionary, postings }: Snapshot): readonly number[] | null {
	let best: { readonly terms: readonly number[]; readonly records: number } | null = null;
	for (let cut = SHORTEST_PART; cut <= word.length - SHORTEST_PART; cut += 1) {
		const forms = [findForm(dictionary, word.slice(0, cut)), findForm(dictionary, word.slice(cut))];
		if (
			forms.some(
				(form) => form < 0 || formKind(dictionary, form) >= WORD_KINDS.small || formRecords(dictionary, form) === 0,
			)
		)
			continue;
		const terms = forms.map((form) => formTerm(dictionary, form));
		const records = phrasePostings(terms, postings).records.length;
		if (records > (best?.records ?? 0)) best = { terms, records };
	}
	return best?.terms ?? null;
}

function known(word: QueryWord, form: number, snapshot: Snapshot): Resolved {
	const term = formTerm(snapshot.dictionary, form);
	const parts = snapshot.phrases().joined.get(term);
	return {
		word,
		kind: formKind(snapshot.dictionary, form),
		// A word that is read as several is found through the phrase that those make.
		ways: parts ? [] : [{ term, factor: 1, how: "word", finds: true }],
		stream: parts ?? [term],
		corrected: null,
	};
}

/** The word itself, else its stem; -1 where neither is known to any record or phrase. */
function exactForm(word: QueryWord, { dictionary, postings, phrases }: Snapshot): number {
	for (let turn = word.capitals ? 0 : 1; turn < 3; turn += 1) {
		const text = turn === 0 ? inCapitals(word.text) : turn === 1 ? word.text : stem(word.text);
		const form = findForm(dictionary, text);
		if (form < 0) continue;
		const term = formTerm(dictionary, form);
		const listed = (postings.offsets[term + 1] ?? 0) > (postings.offsets[term] ?? 0);
		if (
			listed ||
			formKind(dictionary, form) >= WORD_KINDS.small ||
			phrases().joined.has(term) ||
			phrases().vocabulary.has(term)
		)
			return form;
	}
	return -1;
}

function prefixWays(prefix: string, { dictionary, postings }: Snapshot, weights: Weights): readonly Way[] {
	if (prefix.length < SHORTEST_PREFIX) return [];
	const [from, to] = prefixRange(dictionary, prefix);
	const records = new Map<number, number>();
	for (let form = from; form < to; form += 1) {
		const term = formTerm(dictionary, form);
		if (
			formKind(dictionary, form) >= WORD_KINDS.small ||
			(postings.offsets[term + 1] ?? 0) === (postings.offsets[term] ?? 0)
		)
			continue;
		records.set(term, (records.get(term) ?? 0) + formRecords(dictionary, form));
	}
	return [...records]
		.sort((a, b) => b[1] - a[1] || a[0] - b[0])
		.slice(0, MOST_PREFIX_TERMS)
		.map(([term]) => ({ term, factor: weights.expansions.prefix, how: "prefix", finds: true }));
}

function quoted(word: QueryWord, { dictionary, phrases }: Snapshot): Resolved {
	const stream = wordsOf(word.text).flatMap((text) => {
		const exact = findForm(dictionary, text);
		const form = exact >= 0 ? exact : findForm(dictionary, stem(text));
		if (form < 0) return [-1];
		const term = formTerm(dictionary, form);
		return formKind(dictionary, form) >= WORD_KINDS.small ? [] : (phrases().joined.get(term) ?? [term]);
	});
	return { word, kind: WORD_KINDS.plain, ways: [], stream, corrected: null };
}
