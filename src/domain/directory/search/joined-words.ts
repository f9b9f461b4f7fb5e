import { type Form, type Lexicon, WORD_KINDS } from "#domain/directory/search/lexicon.ts";

/** Shorter words are more often chance ("to" + "day") than the same thing written two ways. */
const SHORTEST_PART = 2;
const SHORTEST_WHOLE = 6;
/** Below these "man age" would be taken for "manage": seldom side by side, and often as one. */
const FEWEST_APART = 2;
const SMALLEST_SHARE_APART = 0.2;

export type JoinedWord = { readonly whole: number; readonly first: number; readonly second: number };

/**
 * Words that stand side by side in some records and are written as one in others: "play scheme" and "playscheme".
 * Answers terms. Reads the whole directory once, form by form.
 */
export function joinedWords(lexicon: Lexicon, streams: Iterable<readonly number[]>): readonly JoinedWord[] {
	const wholeOf = new Map<number, Form | null>();
	const apart = new Map<number, { count: number; readonly first: Form; readonly second: Form; readonly whole: Form }>();
	for (const stream of streams)
		for (let at = 1; at < stream.length; at += 1) {
			const key = (stream[at - 1] ?? 0) * 0x400000 + (stream[at] ?? 0);
			const known = apart.get(key);
			if (known) known.count += 1;
			if (known || wholeOf.has(key)) continue;
			const first = lexicon.forms[stream[at - 1] ?? -1];
			const second = lexicon.forms[stream[at] ?? -1];
			const whole = first && second && couldJoin(first, second) ? wholeForm(lexicon, first, second) : null;
			if (first && second && whole) apart.set(key, { count: 1, first, second, whole });
			else wholeOf.set(key, null);
		}
	return [...apart.values()]
		.filter(({ count, whole }) => count >= FEWEST_APART && count >= whole.records * SMALLEST_SHARE_APART)
		.map(({ first, second, whole }) => ({ whole: whole.term, first: first.term, second: second.term }));
}

const hyphenRe = /(?<![\p{L}\p{N}-])(\p{L}{2,})-(\p{L}{2,})(?![\p{L}\p{N}-])/gu;

/** Words that a record writes with a hyphen, so that "home-start" is found as "homestart" too. */
export function hyphenedWords(lexicon: Lexicon, texts: Iterable<string>): readonly JoinedWord[] {
	const found = new Map<string, JoinedWord>();
	for (const text of texts)
		for (const [whole, a = "", b = ""] of text.matchAll(hyphenRe)) {
			const [first, second] = [a, b].map((part) => lexicon.forms[lexicon.read(part)[0] ?? -1]);
			if (found.has(whole) || !first || !second || !couldJoin(first, second)) continue;
			if (first.kind === WORD_KINDS.small || second.kind === WORD_KINDS.small) continue;
			const joined = lexicon.forms[lexicon.formOf(first.text + second.text)];
			if (joined?.kind === WORD_KINDS.plain && joined.records === 0)
				found.set(whole, { whole: joined.term, first: first.term, second: second.term });
		}
	return [...found.values()];
}

function couldJoin(first: Form, second: Form): boolean {
	if (first.kind === WORD_KINDS.stop || second.kind === WORD_KINDS.stop) return false;
	if (first.text.length < SHORTEST_PART || second.text.length < SHORTEST_PART) return false;
	return first.text.length + second.text.length >= SHORTEST_WHOLE && !/\d/.test(first.text + second.text);
}

function wholeForm(lexicon: Lexicon, first: Form, second: Form): Form | null {
	const whole = lexicon.forms[lexicon.find(first.text + second.text) ?? -1];
	return whole && whole.records > 0 && whole.kind === WORD_KINDS.plain ? whole : null;
}
