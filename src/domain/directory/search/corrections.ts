import { type Dictionary, formKind, formRecords, isSuggestible } from "#domain/directory/search/dictionary.ts";
import { WORD_KINDS } from "#domain/directory/search/lexicon.ts";

/**
 * Words that may have been meant by one that is not in the dictionary. One slip (a letter too many, missing, wrong,
 * or two swapped) is forgiven in words of 4 to 7 letters, two in longer ones, none in shorter ones. With two slips the
 * first letter has to be right: people seldom get that wrong, and chance likenesses are many.
 */
export type Correction = { readonly form: number; readonly slips: number };

const SHORTEST = 4;
const LONGEST_WITH_ONE_SLIP = 7;
const LONGEST = 40;
/** Corrections looked for per word. */
const MOST = 4;

export function slipsForgiven(word: string): number {
	if (word.length < SHORTEST || word.length > LONGEST || /\d/.test(word)) return 0;
	return word.length > LONGEST_WITH_ONE_SLIP ? 2 : 1;
}

export type Corrector = (word: string) => readonly Correction[];

/**
 * Prepares the dictionary for correcting: words by length, and of each the set of its letters as bits, because
 * one slip changes at most two of those and most words can be passed over without being compared.
 * Answers the nearest words only, the likeliest first: same first letter, then in most records.
 */
export function createCorrector(dictionary: Dictionary): Corrector {
	const { offsets, bytes } = dictionary;
	const usable = Array.from(dictionary.terms.keys()).filter(
		(form) =>
			isSuggestible(dictionary, form) && formKind(dictionary, form) < WORD_KINDS.small && lengthOf(form) >= SHORTEST,
	);
	usable.sort((a, b) => lengthOf(a) - lengthOf(b) || a - b);
	const forms = Uint32Array.from(usable);
	const letters = Uint32Array.from(usable, (form) => lettersOf(bytes, offsets[form] ?? 0, offsets[form + 1] ?? 0));
	const starts = new Uint32Array(LONGEST + 4).fill(forms.length);
	for (let at = forms.length - 1; at >= 0; at -= 1) {
		const length = lengthOf(forms[at] ?? 0);
		if (length < starts.length) starts[length] = at;
	}
	for (let length = starts.length - 2; length >= 0; length -= 1)
		starts[length] = Math.min(starts[length] ?? 0, starts[length + 1] ?? 0);

	function lengthOf(form: number): number {
		return (offsets[form + 1] ?? 0) - (offsets[form] ?? 0);
	}

	return function corrections(word) {
		const forgiven = slipsForgiven(word);
		if (forgiven === 0) return [];
		const wanted = new TextEncoder().encode(word);
		const wantedLetters = lettersOf(wanted, 0, wanted.length);
		const from = starts[Math.max(0, wanted.length - forgiven)] ?? 0;
		const to = starts[Math.min(starts.length - 1, wanted.length + forgiven + 1)] ?? forms.length;
		let best = forgiven;
		let found: Correction[] = [];
		for (let at = from; at < to; at += 1) {
			if (bitCount((letters[at] ?? 0) ^ wantedLetters) > best * 2) continue;
			const form = forms[at] ?? 0;
			const slips = slipsBetween(wanted, bytes, offsets[form] ?? 0, lengthOf(form), best);
			if (slips > best || (slips === 2 && bytes[offsets[form] ?? 0] !== wanted[0])) continue;
			if (slips < best) found = [];
			best = slips;
			found.push({ form, slips });
		}
		const likeliness = (form: number) =>
			(bytes[offsets[form] ?? 0] === wanted[0] ? 0x1000000 : 0) + formRecords(dictionary, form);
		return found.sort((a, b) => likeliness(b.form) - likeliness(a.form) || a.form - b.form).slice(0, MOST);
	};
}

function lettersOf(bytes: Uint8Array, from: number, to: number): number {
	let set = 0;
	for (let at = from; at < to; at += 1) {
		const byte = bytes[at] ?? 0;
		set |= byte >= 97 && byte <= 122 ? 1 << (byte - 97) : 1 << (26 + (byte % 6));
	}
	return set >>> 0;
}

function bitCount(value: number): number {
	let rest = value - ((value >>> 1) & 0x55555555);
	rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
	return (((rest + (rest >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

const ROW = LONGEST + 8;
let previous = new Uint8Array(ROW);
let current = new Uint8Array(ROW);
let beforePrevious = new Uint8Array(ROW);

/** How many slips lie between two words; anything above `limit` where there are more. Swapped neighbours are one slip. */
function slipsBetween(a: Uint8Array, bytes: Uint8Array, from: number, length: number, limit: number): number {
	if (length >= ROW - 1 || Math.abs(a.length - length) > limit) return limit + 1;
	for (let column = 0; column <= length; column += 1) previous[column] = column;
	for (let row = 1; row <= a.length; row += 1) {
		current[0] = row;
		let least = row;
		for (let column = 1; column <= length; column += 1) {
			const same = a[row - 1] === bytes[from + column - 1];
			let cost = Math.min(
				(previous[column - 1] ?? 0) + (same ? 0 : 1),
				(previous[column] ?? 0) + 1,
				(current[column - 1] ?? 0) + 1,
			);
			if (row > 1 && column > 1 && a[row - 1] === bytes[from + column - 2] && a[row - 2] === bytes[from + column - 1])
				cost = Math.min(cost, (beforePrevious[column - 2] ?? 0) + 1);
			current[column] = cost;
			if (cost < least) least = cost;
		}
		if (least > limit) return limit + 1;
		const spare = beforePrevious;
		beforePrevious = previous;
		previous = current;
		current = spare;
	}
	return previous[length] ?? limit + 1;
}
