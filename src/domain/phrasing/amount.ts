/** A number with what it counts and what limits it: "within 15 working days" is 15, "working day", le. */
export type Amount = { readonly value: string; readonly unit: string; readonly bounds: readonly string[] };

const SMALL =
	"zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split(
		" ",
	);
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const unitRe = /^(second|minute|hour|day|week|fortnight|month|year|night|time|percent|pound|people|person)s?$/;
const unitKindRe = /^(working|school|calendar|bank|clear|business)$/;

/** The value of a word that is a number, as digits; null for any other word. */
export function numberOf(word: string): string | null {
	if (/^£?\d[\d,]*(?:\.\d+)?%?$/.test(word)) return word.replaceAll(",", "");
	if (/^\d+(?:st|nd|rd|th)$/.test(word)) return word;
	if (word === "once") return "1";
	if (word === "twice") return "2";
	if (word === "dozen") return "12";
	if (word === "hundred") return "100";
	const small = SMALL.indexOf(word);
	if (small >= 0) return String(small);
	const [ten = "", one] = word.split("-");
	const tens = TENS.indexOf(ten);
	return tens < 0 ? null : String((tens + 2) * 10 + (one === undefined ? 0 : Math.max(0, SMALL.indexOf(one))));
}

/** The unit of time or count that begins at `at`, and how many words it takes. A unit without a kind of its own takes one. */
export function unitAt(
	words: readonly string[],
	at: number,
): { readonly unit: string; readonly length: number } | null {
	const kind = unitKindRe.exec(words[at] ?? "")?.[1];
	const unit = unitRe.exec(words[at + (kind === undefined ? 0 : 1)] ?? "")?.[1];
	if (unit === undefined) return null;
	if (kind === undefined) return { unit, length: 1 };
	return { unit: `${kind === "business" ? "working" : kind} ${unit}`, length: 2 };
}

export function sameAmount(one: Amount, other: Amount): boolean {
	return (
		one.value === other.value &&
		one.unit === other.unit &&
		[...one.bounds].sort().join() === [...other.bounds].sort().join()
	);
}
