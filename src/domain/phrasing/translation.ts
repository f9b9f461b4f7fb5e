import type { Draft } from "#domain/phrasing/draft.ts";

const markupRe = /https?:|www\.|@|[<>[\]{}|`*_#\\^~]/i;
const hiddenRe = /[\p{Cc}\p{Co}\u202a-\u202e\u2066-\u2069]/u;
const languageRe = /^[a-z]{2,3}$/;
/** A translation much shorter or longer than its English says something else. */
const SHORTEST = 0.3;
const LONGEST = 3;

/**
 * A translation of an accepted sentence as it may be shown beside its English; null where it may not. Nothing of ours can
 * check its meaning: only that its numbers are the English ones, that it holds no link, and that it is about as long.
 */
export function acceptTranslation({
	text,
	said,
	language,
}: Draft): { readonly text: string; readonly language: string } | null {
	if (!said || !language || !languageRe.test(language) || language === "en") return null;
	if (markupRe.test(said) || hiddenRe.test(said)) return null;
	const ratio = said.length / text.length;
	if (ratio < SHORTEST || ratio > LONGEST) return null;
	return figures(said) === figures(text) ? { text: said.trim(), language } : null;
}

/** The numbers of a text in order of size, figures of other scripts included. */
function figures(text: string): string {
	const found = text.match(/\p{Nd}+/gu) ?? [];
	return found
		.map((number) => [...number].map(digit).join(""))
		.sort()
		.join(" ");
}

/** Decimal digits stand in runs of ten, nought first. */
function digit(letter: string): string {
	const code = letter.codePointAt(0) ?? 0;
	for (let value = 0; value < 10; value += 1) {
		const nought = code - value;
		if (isRun(nought)) return String(value);
	}
	return letter;
}

function isRun(nought: number): boolean {
	return !/\p{Nd}/u.test(String.fromCodePoint(Math.max(0, nought - 1))) && /\p{Nd}/u.test(String.fromCodePoint(nought));
}
