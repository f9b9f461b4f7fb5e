import { CAPITALS_MARK, type Lexicon } from "#domain/directory/search/lexicon.ts";
import { FORM_RECORDS_SHIFT, FORM_SUGGESTIBLE } from "#domain/directory/search/sections.ts";

export type EncodedForms = {
	readonly offsets: Uint32Array;
	readonly bytes: Uint8Array;
	readonly terms: Uint32Array;
	readonly info: Uint32Array;
};

const MOST_RECORDS = 0xffffff;
const wordRe = /^[^@+]+$/;

/** The dictionary: every written word and every stem, in the order of their bytes, with its term. */
export function encodeForms(lexicon: Lexicon): EncodedForms {
	const encoder = new TextEncoder();
	const entries = lexicon.forms.map((form) => ({
		bytes: encoder.encode(form.text),
		term: form.term,
		info:
			form.kind |
			(form.text.startsWith(CAPITALS_MARK) ? 0 : FORM_SUGGESTIBLE) |
			(Math.min(form.records, MOST_RECORDS) << FORM_RECORDS_SHIFT),
	}));
	// A stem that is no word itself ("babi") lets a form that no record holds ("baby's") be found by its stem.
	for (const [key, term] of lexicon.terms())
		if (wordRe.test(key) && lexicon.find(key) === undefined)
			entries.push({ bytes: encoder.encode(key), term, info: lexicon.kindOf(key) });
	entries.sort((a, b) => compareBytes(a.bytes, b.bytes));

	const offsets = new Uint32Array(entries.length + 1);
	entries.forEach((entry, index) => {
		offsets[index + 1] = (offsets[index] ?? 0) + entry.bytes.length;
	});
	const bytes = new Uint8Array(offsets[entries.length] ?? 0);
	entries.forEach((entry, index) => {
		bytes.set(entry.bytes, offsets[index] ?? 0);
	});
	return {
		offsets,
		bytes,
		terms: Uint32Array.from(entries, (entry) => entry.term),
		info: Uint32Array.from(entries, (entry) => entry.info),
	};
}

function compareBytes(a: Uint8Array, b: Uint8Array): number {
	const shorter = Math.min(a.length, b.length);
	for (let at = 0; at < shorter; at += 1) {
		const difference = (a[at] ?? 0) - (b[at] ?? 0);
		if (difference !== 0) return difference;
	}
	return a.length - b.length;
}
