import { type MetadataJson, type PhoneNumber, parsePhoneNumberFromString } from "libphonenumber-js/core";
import type { PhoneNumbers } from "#ports/phone-numbers.ts";

/** Premium rate and personal numbering of the United Kingdom (Ofcom's National Telephone Numbering Plan). */
const COSTLY = /^\+44(?:9|70)/;
/** After +44: ten digits, or nine where a few old exchanges have them. */
const BRITISH = /^\+44(?:[1-9]\d{9}|1\d{8})$/;
/** What any country's number may be (ITU-T E.164). */
const FOREIGN = /^\+[1-9]\d{7,14}$/;

/** Reads numbers by the plans given, which hold this country's and its neighbours'; of others by their length. */
export function createPhoneNumbers(plans: MetadataJson): PhoneNumbers {
	const parsed = (text: string) => parsePhoneNumberFromString(text, { defaultCountry: "GB" }, plans);
	return {
		read: (text) => {
			const found = parsed(text);
			if (!found) return readForeign(text);
			if (!isNumber(found)) return null;
			if (COSTLY.test(found.number)) return "costly";
			return found.ext ? `${found.number} ext ${found.ext}` : found.number;
		},
		shown: (number) => {
			const found = parsed(number);
			if (!found) return number;
			return found.countryCallingCode === "44" ? found.formatNational() : found.formatInternational();
		},
	};
}

/** Numbers kept free for films and for trying things out count as none in the plan, so the length decides. */
function isNumber(found: PhoneNumber): boolean {
	return found.countryCallingCode === "44" ? BRITISH.test(found.number) : found.isPossible();
}

function readForeign(text: string): string | null {
	const dialled = text.replace(/[\s().-]/g, "").replace(/^00/, "+");
	return FOREIGN.test(dialled) && !/^\+(?:44|353)/.test(dialled) ? dialled : null;
}
