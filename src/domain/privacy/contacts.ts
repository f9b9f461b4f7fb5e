import { type Detection, matches } from "#domain/privacy/detection.ts";

const emailRe = /(?<![\w.+-])(?<it>[\w.+-]{1,64}\s?@\s?[\w-]{1,63}(?:\.[\w-]{1,63}){1,4})/gu;
const spokenEmailRe =
	/(?<it>\b[\w.+-]{2,64} at (?:gmail|hotmail|outlook|yahoo|icloud|live|aol|btinternet|sky)(?: dot |\.)(?:com|co ?\.? ?uk|net))\b/giu;
const phoneRe = /(?<![\d£.,/-])(?:\+\d|00\d|\(?0|7)(?:[ ().-]{0,2}\d){8,16}/gu;

/** E-mail addresses and telephone numbers. `published` holds the digits of numbers that anyone may ring: they stay. */
export function findContacts(text: string, published: ReadonlySet<string>): readonly Detection[] {
	return [
		...matches(text, emailRe, "email"),
		...matches(text, spokenEmailRe, "email"),
		...[...text.matchAll(phoneRe)].flatMap((match) => phoneAt(match[0], match.index, published)),
	];
}

/** The digits as they are dialled at home: "+44 20 7946 0000" is "02079460000". */
export function digitsOf(phone: string): string {
	return phone.replace(/\D/g, "").replace(/^(?:00)?440?(?=[1-9]\d{8,9}$)/, "0");
}

/** Figures that follow a number ("07700 900123 14 days") are not part of it: the longest beginning that is a number counts. */
function phoneAt(found: string, start: number, published: ReadonlySet<string>): readonly Detection[] {
	for (let length = found.length; length > 8; length -= 1) {
		const text = found.slice(0, length);
		if (!/\d$/.test(text) || /^\d/.test(found.slice(length)) || !isPhone(text)) continue;
		return published.has(digitsOf(text)) ? [] : [{ type: "phone", start, end: start + length }];
	}
	return [];
}

function isPhone(found: string): boolean {
	const digits = digitsOf(found);
	if (/^0[12378]\d{8,9}$/.test(digits)) return true;
	// Typed without its first nought, or from abroad.
	return /^7\d{9}$/.test(digits) || (/^(?:\+|00)/.test(found) && digits.length >= 9);
}
