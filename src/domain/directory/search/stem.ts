/**
 * The stem of an English word, so that "counselling" finds "counselled": the Porter2 rules
 * (https://snowballstem.org/algorithms/english/stemmer.html) after British spellings are made one with
 * American ones ("organise", "behaviour", "centre") and irregular plurals with their singular.
 * Takes and answers folded words; a word that holds a letter outside a-z comes back as it is.
 */
export function stem(word: string): string {
	if (word.length < 3 || !plainRe.test(word)) return word;
	const known = IRREGULAR.get(word);
	if (known !== undefined) return known;
	return porter2(oneSpelling(word));
}

const plainRe = /^[a-z]+$/;

const IRREGULAR = new Map(
	Object.entries({
		children: "child",
		childrens: "child",
		grandchildren: "grandchild",
		stepchildren: "stepchild",
		schoolchildren: "schoolchild",
		women: "woman",
		womens: "woman",
		men: "man",
		mens: "man",
		wives: "wife",
		feet: "foot",
		teeth: "tooth",
		skis: "ski",
		skies: "sky",
		dying: "die",
		lying: "lie",
		tying: "tie",
		idly: "idl",
		gently: "gentl",
		ugly: "ugli",
		early: "earli",
		only: "onli",
		singly: "singl",
		sky: "sky",
		news: "news",
		howe: "howe",
		atlas: "atlas",
		cosmos: "cosmos",
		bias: "bias",
		andes: "andes",
		programme: "program",
		programmes: "program",
	}),
);

function oneSpelling(word: string): string {
	return word
		.replace(/^(.{4,})is(e|ed|es|ing|er|ers|ation|ations|ational)$/, "$1iz$2")
		.replace(/^(.{3,})our(s|ed|ing|al|ful|able|hood|hoods|ly)?$/, "$1or$2")
		.replace(/^(.{3,})tre(s?)$/, "$1ter$2")
		.replace(/ellor(s?)$/, "elor$1")
		.replace(/^paed/, "ped");
}

const VOWEL = "[aeiouy]";
const vowelRe = /[aeiouy]/;
const doubleRe = /(bb|dd|ff|gg|mm|nn|pp|rr|tt)$/;
const shortSyllableRe = /(^[aeiouy][^aeiouy]|[^aeiouy][aeiouy][^aeiouywxY])$/;
const regionRe = new RegExp(`${VOWEL}[^aeiouy]`);

const STEP_2: readonly (readonly [string, string])[] = [
	["ization", "ize"],
	["ational", "ate"],
	["fulness", "ful"],
	["ousness", "ous"],
	["iveness", "ive"],
	["tional", "tion"],
	["biliti", "ble"],
	["lessli", "less"],
	["entli", "ent"],
	["ation", "ate"],
	["alism", "al"],
	["aliti", "al"],
	["ousli", "ous"],
	["iviti", "ive"],
	["fulli", "ful"],
	["enci", "ence"],
	["anci", "ance"],
	["abli", "able"],
	["izer", "ize"],
	["ator", "ate"],
	["alli", "al"],
	["bli", "ble"],
];
const STEP_3: readonly (readonly [string, string])[] = [
	["ational", "ate"],
	["tional", "tion"],
	["alize", "al"],
	["icate", "ic"],
	["iciti", "ic"],
	["ical", "ic"],
	["ness", ""],
	["ful", ""],
];
const STEP_4 = [
	"ement",
	"ance",
	"ence",
	"able",
	"ible",
	"ment",
	"ant",
	"ent",
	"ism",
	"ate",
	"iti",
	"ous",
	"ive",
	"ize",
	"al",
	"er",
	"ic",
] as const;
const UNCHANGED_AFTER_PLURAL = /^(inning|outing|canning|herring|earring|proceed|exceed|succeed)$/;

function porter2(input: string): string {
	// A "y" that stands for a consonant is written "Y" while the rules run.
	let word = input.replace(/^y/, "Y").replace(/([aeiouy])y/g, "$1Y");
	const r1 = regionStart(word);
	const r2 = r1 + nextRegion(word.slice(r1));

	word = singular(word);
	if (UNCHANGED_AFTER_PLURAL.test(word)) return word.toLowerCase();
	word = verb(word, r1);
	if (/.[^aeiouy][yY]$/.test(word)) word = `${word.slice(0, -1)}i`;
	word = replaceEnding(word, STEP_2, r1);
	if (word.endsWith("logi") && word.length - 3 >= r1) word = word.slice(0, -1);
	else if (/[cdeghkmnrt]li$/.test(word) && word.length - 2 >= r1) word = word.slice(0, -2);
	word = replaceEnding(word, STEP_3, r1);
	if (word.endsWith("ative") && word.length - 5 >= r2) word = word.slice(0, -5);
	word = cutEnding(word, r2);
	return finish(word, r1, r2).toLowerCase();
}

function regionStart(word: string): number {
	const special = /^(gener|commun|arsen)/.exec(word);
	return special ? special[0].length : nextRegion(word);
}

function nextRegion(part: string): number {
	const found = regionRe.exec(part);
	return found ? found.index + 2 : part.length;
}

function singular(word: string): string {
	if (word.endsWith("sses")) return word.slice(0, -2);
	if (/ie[ds]$/.test(word)) return word.length > 4 ? word.slice(0, -2) : word.slice(0, -1);
	if (/(us|ss)$/.test(word)) return word;
	// Ours: short forms have plurals too, "GPs" and "DVDs".
	return word.endsWith("s") && (vowelRe.test(word.slice(0, -2)) || !vowelRe.test(word)) ? word.slice(0, -1) : word;
}

function verb(word: string, r1: number): string {
	const eed = /eed(ly)?$/.exec(word);
	if (eed) return eed.index >= r1 ? `${word.slice(0, eed.index)}ee` : word;
	const ending = /(ingly|edly|ing|ed)$/.exec(word);
	if (!ending || !vowelRe.test(word.slice(0, ending.index))) return word;
	const base = word.slice(0, ending.index);
	if (/(at|bl|iz)$/.test(base)) return `${base}e`;
	if (doubleRe.test(base)) return base.slice(0, -1);
	return base.length <= r1 && shortSyllableRe.test(base) ? `${base}e` : base;
}

function replaceEnding(word: string, endings: readonly (readonly [string, string])[], from: number): string {
	for (const [ending, replacement] of endings)
		if (word.endsWith(ending))
			return word.length - ending.length >= from ? word.slice(0, -ending.length) + replacement : word;
	return word;
}

function cutEnding(word: string, r2: number): string {
	for (const ending of STEP_4)
		if (word.endsWith(ending)) return word.length - ending.length >= r2 ? word.slice(0, -ending.length) : word;
	return /[st]ion$/.test(word) && word.length - 3 >= r2 ? word.slice(0, -3) : word;
}

function finish(word: string, r1: number, r2: number): string {
	if (word.endsWith("e")) {
		const at = word.length - 1;
		return at >= r2 || (at >= r1 && !shortSyllableRe.test(word.slice(0, -1))) ? word.slice(0, -1) : word;
	}
	return word.endsWith("ll") && word.length - 1 >= r2 ? word.slice(0, -1) : word;
}
