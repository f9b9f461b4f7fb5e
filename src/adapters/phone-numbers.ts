import { type PhoneNumber, parsePhoneNumberFromString } from "libphonenumber-js/min";
import type { PhoneNumbers } from "#ports/phone-numbers.ts";

/** Premium rate and personal numbering of the United Kingdom (Ofcom's National Telephone Numbering Plan). */
const COSTLY = /^\+44(?:9|70)/;
/** After +44: ten digits, or nine where a few old exchanges have them. */
const BRITISH = /^\+44(?:[1-9]\d{9}|1\d{8})$/;

export const phoneNumbers: PhoneNumbers = {
	read: (text) => {
		const found = parsed(text);
		if (!found || !isNumber(found)) return null;
		if (COSTLY.test(found.number)) return "costly";
		return found.ext ? `${found.number} ext ${found.ext}` : found.number;
	},
	shown: (number) => {
		const found = parsed(number);
		if (!found) return number;
		return found.countryCallingCode === "44" ? found.formatNational() : found.formatInternational();
	},
};

/** Numbers kept free for films and for trying things out count as none in the plan, so the length decides. */
function isNumber(found: PhoneNumber): boolean {
	return found.countryCallingCode === "44" ? BRITISH.test(found.number) : found.isPossible();
}

function parsed(text: string): PhoneNumber | undefined {
	return parsePhoneNumberFromString(text, "GB");
}
