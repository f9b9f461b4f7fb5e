export type Word = { readonly text: string; readonly possessive: boolean; readonly afterStop: boolean };

/** Short forms and a few fixed phrases, as their full words. */
const LONG_FORMS: readonly (readonly [RegExp, string])[] = [
	[/\bcan't\b|\bcannot\b/g, "can not"],
	[/\bwon't\b/g, "will not"],
	[/\bshan't\b/g, "shall not"],
	[/n't\b/g, " not"],
	[/\b(i)'m\b/g, "$1 am"],
	[/'re\b/g, " are"],
	[/'ve\b/g, " have"],
	[/'ll\b/g, " will"],
	[/\b(it|that|there|he|she|who|what|here|where|how|everyone|someone)'s\b/g, "$1 is"],
	[/\b(i|you|he|she|we|they)'d\b/g, "$1 would"],
	[/\blet's\b/g, "let us"],
	[
		/\blet(s|ting)? (you|them|him|her|us|me|someone|the [a-z]+(?: worker)?|your [a-z]+(?: worker)?|an? [a-z]+(?: worker)?) know\b/g,
		"tell$1 $2",
	],
	[/\bkeep(s)? (you|them|him|her|your child|the child|children|a child) safe\b/g, "protect$1 $2"],
	[/\bput(s|ting)? ((?:[a-z]+ ){1,3})right\b/g, "correct$1 $2"],
	[/\b(?:do|does|did) not agree\b/g, "disagree"],
	[/\bagainst the law\b/g, "illegal"],
	[/\be-mail/g, "email"],
];
const phoneRe = /(?<![\d-])(?:\+\d{1,3}[ ]?)?\(?\d{2,5}\)?(?:[ ]\d{3,6}){1,3}(?!\d)/g;

/** The words of a sentence in small letters, each with whether a stop stands before it. */
export function wordsIn(text: string): readonly Word[] {
	let plain = spokenToReader(text.replaceAll(/[’‘]/g, "'").toLowerCase());
	for (const [short, long] of LONG_FORMS) plain = plain.replace(short, long);
	plain = plain
		.replace(phoneRe, (number) => number.replace(/[ ()]/g, ""))
		.replace(/(\d),(?=\d{3}\b)/g, "$1")
		.replace(
			/\b(twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[- ](one|two|three|four|five|six|seven|eight|nine)\b/g,
			"$1-$2",
		)
		.replace(/(?<=\p{L})-(?=\p{L})/gu, (_dash, at: number) => (isTens(plain, at) ? "-" : " "))
		.replace(/(?<=\d)-(?=\p{L})/gu, " ");
	const words: Word[] = [];
	let afterStop = true;
	for (const [found] of plain.matchAll(
		/£?\d+(?:\.\d+)?%?(?:st|nd|rd|th)?|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-[a-z]+|[\p{L}]+(?:'[\p{L}]*)?|[.,;:!?()–—"“”]|\s-\s/gu,
	)) {
		if (!/[\p{L}\d]/u.test(found)) {
			afterStop = true;
			continue;
		}
		const possessive = /'s?$/.test(found);
		const bare = found.replace(/'s?$/, "");
		if (bare === "") continue;
		words.push({ text: bare, possessive, afterStop });
		afterStop = false;
	}
	return words;
}

/** Words to say to somebody are the reader's own: "Say: I need a break" and "Say that you need a break" are one. */
function spokenToReader(text: string): string {
	return text.replace(/["“][^"”]*["”]/g, (quote) =>
		quote
			.replace(/\bi'm\b/g, "you are")
			.replace(/\bi am\b/g, "you are")
			.replace(/\b(?:i|me)\b/g, "you")
			.replace(/\bmy\b/g, "your")
			.replace(/\bmyself\b/g, "yourself"),
	);
}

function isTens(text: string, at: number): boolean {
	return /(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)$/.test(text.slice(0, at));
}
