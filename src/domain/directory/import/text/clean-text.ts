import { htmlToText } from "#domain/directory/import/text/html-text.ts";
import { markdownToText } from "#domain/directory/import/text/markdown-text.ts";
import { mendMojibake } from "#domain/directory/import/text/mojibake.ts";

export type TextStep = { readonly rule: string; readonly before: string; readonly after: string };
export type CleanText = { readonly text: string; readonly steps: readonly TextStep[] };

// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is what this is for
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g;
/** Letters that show nothing. The joiners (U+200C, U+200D) stay: Urdu, Bengali and emoji need them. */
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]/g;

function withoutControls(text: string): string {
	return text
		.toWellFormed()
		.replace(CONTROLS, "")
		.replace(INVISIBLE, "")
		.replace(/\ufffd+$/, "");
}

/** Hard spaces to spaces, no space at the end of a line, no more than one empty line, nothing around. */
function tidySpaces(text: string): string {
	return text
		.replace(/\r\n?|\u2028|\u2029/g, "\n")
		.replace(/[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t]/g, " ")
		.replace(/ {2,}/g, " ")
		.replace(/ *\n */g, "\n")
		.replace(/\n{3,}/g, "\n\n")
		.trim();
}

const MENDERS: readonly (readonly [string, (text: string) => string])[] = [
	["HTML turned into plain text", htmlToText],
	["garbled characters mended", mendMojibake],
	["control characters removed", withoutControls],
	["Markdown turned into plain text", markdownToText],
];

/** Escaped twice or garbled twice is common. The bound is for hostile text: each round makes it shorter. */
const MOST_ROUNDS = 40;

/**
 * Plain, readable text out of whatever a directory holds, and each change that was more than white space.
 * Cleaning what is clean changes nothing.
 */
export function cleanText(raw: string): CleanText {
	const steps: TextStep[] = [];
	let text = tidySpaces(raw);
	for (let round = 0; round < MOST_ROUNDS; round += 1) {
		const before = text;
		for (const [rule, mend] of MENDERS) {
			const mended = tidySpaces(mend(text));
			if (mended !== text) steps.push({ rule, before: text, after: mended });
			text = mended;
		}
		if (text === before) break;
	}
	return { text, steps };
}
