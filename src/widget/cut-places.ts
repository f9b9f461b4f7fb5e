import { parsePostcode } from "#domain/places/postcode.ts";

/** What is left of a question once no whole postcode is in it. */
export type CutQuestion = {
	readonly q: string;
	/** A sector ("SK9 1") or an outcode ("SK9"); empty where none was given. */
	readonly near: string;
	/** The place was written, and is none that we can read. It must not be sent. */
	readonly wrong: boolean;
};

/** A postcode with its last part whole or half typed, anywhere in a text: families write it among other words. */
const unitRe = /\b([a-z]{1,2}\d[a-z\d]?)[\s.-]*(\d)(?:\s?[a-z]{2}|[a-z])\b/i;
const everyUnitRe = new RegExp(unitRe, "gi");

/**
 * Cuts every postcode down to its sector, in the browser, so that the rest of it never leaves the device (design rule 4).
 * One among the words of the question counts as the place where no other is given.
 */
export function cutPlaces(words: string, place: string): CutQuestion {
	const q = words.replace(everyUnitRe, " ").replace(/\s+/g, " ").trim();
	const written = place.trim();
	if (written === "") return { q, near: sectorIn(words) ?? "", wrong: false };
	const parsed = parsePostcode(written);
	const near = sectorIn(written) ?? parsed?.sector ?? parsed?.outcode ?? "";
	return { q, near, wrong: near === "" };
}

/** The sector of the first postcode in a text. */
function sectorIn(text: string): string | null {
	const [, outcode, digit] = unitRe.exec(text) ?? [];
	return outcode && digit ? `${outcode.toUpperCase()} ${digit}` : null;
}
