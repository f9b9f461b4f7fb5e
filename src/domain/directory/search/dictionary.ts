import { FORM_KIND_MASK, FORM_RECORDS_SHIFT, FORM_SUGGESTIBLE } from "#domain/directory/search/sections.ts";

/** The words of a snapshot in the order of their bytes. A word is known by its number there. */
export type Dictionary = {
	readonly offsets: Uint32Array;
	readonly bytes: Uint8Array;
	readonly terms: Uint32Array;
	readonly info: Uint32Array;
};

const encoder = new TextEncoder();
const asciiRe = /^[\x20-\x7e]*$/;
const decoder = new TextDecoder();

/** The number of a folded word, or -1. */
export function findForm(dictionary: Dictionary, word: string): number {
	const wanted = bytesOf(word);
	const at = lowerBound(dictionary, wanted);
	return at < dictionary.terms.length && compareAt(dictionary, at, wanted) === 0 ? at : -1;
}

/** The numbers of all words that begin so: from the first, up to but without the second. */
export function prefixRange(dictionary: Dictionary, prefix: string): readonly [number, number] {
	const wanted = bytesOf(prefix);
	const from = lowerBound(dictionary, wanted);
	let to = from;
	while (to < dictionary.terms.length && startsWith(dictionary, to, wanted)) to += 1;
	return [from, to];
}

/** The bytes of a word. Short plain words are most of them, and quicker by hand. */
function bytesOf(word: string): Uint8Array {
	if (!asciiRe.test(word)) return encoder.encode(word);
	const bytes = new Uint8Array(word.length);
	for (let at = 0; at < word.length; at += 1) bytes[at] = word.charCodeAt(at);
	return bytes;
}

export function formText(dictionary: Dictionary, form: number): string {
	return decoder.decode(dictionary.bytes.subarray(dictionary.offsets[form] ?? 0, dictionary.offsets[form + 1] ?? 0));
}
export function formTerm(dictionary: Dictionary, form: number): number {
	return dictionary.terms[form] ?? 0;
}
export function formKind(dictionary: Dictionary, form: number): number {
	return (dictionary.info[form] ?? 0) & FORM_KIND_MASK;
}
/** In how many records the word stands as written. */
export function formRecords(dictionary: Dictionary, form: number): number {
	return (dictionary.info[form] ?? 0) >>> FORM_RECORDS_SHIFT;
}
/** False for a stem that is no word, and for marked short forms. */
export function isSuggestible(dictionary: Dictionary, form: number): boolean {
	return ((dictionary.info[form] ?? 0) & FORM_SUGGESTIBLE) !== 0;
}

function lowerBound(dictionary: Dictionary, wanted: Uint8Array): number {
	let low = 0;
	let high = dictionary.terms.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (compareAt(dictionary, middle, wanted) < 0) low = middle + 1;
		else high = middle;
	}
	return low;
}

function compareAt({ offsets, bytes }: Dictionary, form: number, wanted: Uint8Array): number {
	const from = offsets[form] ?? 0;
	const length = (offsets[form + 1] ?? 0) - from;
	const shorter = Math.min(length, wanted.length);
	for (let at = 0; at < shorter; at += 1) {
		const difference = (bytes[from + at] ?? 0) - (wanted[at] ?? 0);
		if (difference !== 0) return difference;
	}
	return length - wanted.length;
}

function startsWith({ offsets, bytes }: Dictionary, form: number, wanted: Uint8Array): boolean {
	const from = offsets[form] ?? 0;
	if ((offsets[form + 1] ?? 0) - from < wanted.length) return false;
	for (let at = 0; at < wanted.length; at += 1) if (bytes[from + at] !== wanted[at]) return false;
	return true;
}
