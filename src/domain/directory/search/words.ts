/** Letters that Unicode does not take apart into a base letter and an accent. */
const WHOLE_LETTERS: Readonly<Record<string, string>> = {
	ł: "l",
	ø: "o",
	đ: "d",
	ß: "ss",
	æ: "ae",
	œ: "oe",
	ı: "i",
	þ: "th",
	ð: "d",
};
const wholeLetterRe = /[łøđßæœıþð]/g;
const accentRe = /\p{M}+/gu;
const possessiveRe = /['’`]s(?![\p{L}\p{N}])/gu;
const apostropheRe = /['’`]/g;
const wordRe = /[\p{L}\p{N}]+/gu;
/** "M.E.": one word. */
const dottedRe = /(?<!\p{L})(?:\p{Lu}\.){1,5}\p{Lu}(?!\p{L})\.?/gu;
const simpleRe = /^[a-z0-9 ]*$/;
const plainRe = /^[\x20-\x7e\n]*$/;

/** Small letters without accents: "Żaneta's Café" → "zaneta's cafe". */
export function fold(text: string): string {
	const lower = text.toLowerCase();
	if (plainRe.test(lower)) return lower;
	return lower
		.normalize("NFKD")
		.replace(accentRe, "")
		.replace(wholeLetterRe, (letter) => WHOLE_LETTERS[letter] ?? letter);
}

/** The words of a text, folded; a possessive "'s" goes, other apostrophes close up: "mum's don't" → ["mum", "dont"]. */
export function wordsOf(text: string): string[] {
	return fold(text).replace(possessiveRe, "").replace(apostropheRe, "").match(wordRe) ?? [];
}

/**
 * As `wordsOf`, with a mark on short forms written in capitals ("IT", "ME") inside ordinary text,
 * because folded they would read as the small words "it" and "me". Text that is all capitals has no such marks,
 * unless the caller knows that its capitals are meant.
 */
export function markedWordsOf(
	text: string,
	trustCapitals = false,
): { readonly word: string; readonly capitals: boolean }[] {
	// Most questions are small letters and spaces: those need no care.
	if (simpleRe.test(text)) return text.split(" ").flatMap((word) => (word === "" ? [] : { word, capitals: false }));
	const shouting = !trustCapitals && !/\p{Ll}/u.test(text);
	const kept = text
		.replace(dottedRe, (letters) => letters.replaceAll(".", ""))
		.replace(possessiveRe, "")
		.replace(apostropheRe, "");
	return (kept.match(wordRe) ?? []).flatMap((word) => {
		const capitals = !shouting && word.length > 1 && word.length < 6 && !/[^\p{Lu}]/u.test(word);
		return (fold(word).match(wordRe) ?? []).map((part) => ({ word: part, capitals }));
	});
}
