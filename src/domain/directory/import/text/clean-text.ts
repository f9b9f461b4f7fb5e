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

type Mender = readonly [rule: string, mend: (text: string) => string];
const MENDERS: readonly Mender[] = [
	["HTML turned into plain text", htmlToText],
	["garbled characters mended", mendMojibake],
	["control characters removed", withoutControls],
];
const PROSE_MENDERS: readonly Mender[] = [...MENDERS, ["Markdown turned into plain text", markdownToText]];

/** Escaped twice or garbled twice is common. The bound is for hostile text: each round makes it shorter. */
const MOST_ROUNDS = 40;

/**
 * Plain, readable text out of whatever a directory holds, and each change that was more than white space.
 * Cleaning what is clean changes nothing.
 */
export function cleanText(raw: string): CleanText {
	return clean(raw, PROSE_MENDERS);
}

/** The same for a value that is no prose (an address, a number), in which "_" and "*" are letters like any other. */
export function cleanValue(raw: string): CleanText {
	return clean(raw, MENDERS);
}

/** What makes a text worth a closer look; most values have none of it. */
const SUSPECT = /[^ -~]|[<&*_#[\\]| {2}|^ | $/;

function clean(raw: string, menders: readonly Mender[]): CleanText {
	if (!SUSPECT.test(raw)) return { text: raw, steps: [] };
	const steps: TextStep[] = [];
	let text = tidySpaces(raw);
	for (let round = 0; round < MOST_ROUNDS; round += 1) {
		const before = text;
		for (const [rule, mend] of menders) {
			const mended = tidySpaces(mend(text));
			if (mended !== text) steps.push({ rule, before: text, after: mended });
			text = mended;
		}
		if (text === before) break;
	}
	return { text, steps };
}

/** Texts put together as one, the unset ones left out; clean as a whole, not only in its parts. Undefined for nothing. */
export function joinTexts(parts: readonly (string | undefined)[], between: string): string | undefined {
	const text = parts.filter((part) => part !== undefined && part !== "").join(between);
	return cleanText(text).text || undefined;
}
