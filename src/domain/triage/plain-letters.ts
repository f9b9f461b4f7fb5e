/** Letters that Unicode does not take apart into a base letter and an accent. */
const WHOLE_LETTERS: Readonly<Record<string, string>> = {
	ł: "l",
	ø: "o",
	đ: "d",
	ß: "ss",
	æ: "ae",
	œ: "oe",
	ı: "i",
};
/** Letters of other alphabets that look like Latin ones; read as Latin only inside a word that also has Latin letters. */
const LOOKALIKES: Readonly<Record<string, string>> = {
	а: "a",
	е: "e",
	і: "i",
	о: "o",
	р: "p",
	с: "c",
	у: "y",
	х: "x",
	ѕ: "s",
	ԁ: "d",
	κ: "k",
	ο: "o",
	α: "a",
};
const wholeLetterRe = /[łøđßæœı]/g;
const lookalikeRe = /[аеіорсухѕԁκοα]/g;
const latinRe = /[a-z]/;
/** Accents of Latin letters only: the vowel signs of Bengali or Arabic are part of the word. */
const accentRe = /[\u0300-\u036f]/g;
/** Marks that are not seen: zero-width characters, soft hyphens, direction marks, Arabic vowel points and stretching. */
const unseenRe =
	/\u00ad|\u034f|\u061c|[\u064b-\u0652]|\u0640|\u180e|[\u200b-\u200f]|[\u202a-\u202e]|[\u2060-\u2064]|[\ufe00-\ufe0f]|\ufeff/g;
const plainRe = /^[\x20-\x7e\n]*$/;

/** Small letters without accents, stylised letters or hidden marks; any string, even one that is not well formed. */
export function plainLetters(text: string): string {
	const lower = text.toLowerCase();
	if (plainRe.test(lower)) return lower;
	return lower
		.toWellFormed()
		.normalize("NFKD")
		.toLowerCase()
		.replace(accentRe, "")
		.replace(unseenRe, "")
		.replace(wholeLetterRe, (letter) => WHOLE_LETTERS[letter] ?? letter)
		.replace(/[‘’ʼ`´′]/g, "'")
		.normalize("NFC");
}

/** A word without look-alike letters from another alphabet, used to slip past a filter. */
export function withoutLookalikes(word: string): string {
	return latinRe.test(word) ? word.replace(lookalikeRe, (letter) => LOOKALIKES[letter] ?? letter) : word;
}
