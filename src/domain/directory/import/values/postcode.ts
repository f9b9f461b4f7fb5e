import type { Mended } from "#domain/directory/import/values/mended.ts";

/** Royal Mail's shapes: A9 9AA, A99 9AA, AA9 9AA, AA99 9AA, A9A 9AA, AA9A 9AA, and GIR 0AA. */
const OUTWARD = "(?:[A-Z]{1,2}\\d{1,2}|[A-Z]{1,2}\\d[A-Z]|GIR)";
const WHOLE = new RegExp(`^(${OUTWARD})(\\d[A-Z]{2})$`);
const PART = new RegExp(`^${OUTWARD}(?:\\d)?$`);

/** "sw1a1aa" as "SW1A 1AA"; a bare district stays. Letters for figures ("TW3 IES") are mended; the rest is left out. */
export function mendPostcode(text: string): Mended<string> {
	const squashed = text.toUpperCase().replace(/[^A-Z0-9]/g, "");
	const value =
		spaced(squashed) ?? spaced(figuresMended(squashed)) ?? (PART.test(squashed) ? text.trim().toUpperCase() : null);
	if (value === null) return { rule: "not a British postcode, left out" };
	return value === text ? { value } : { value, rule: "postcode mended" };
}

function spaced(squashed: string): string | null {
	const match = WHOLE.exec(squashed);
	return match ? `${match[1]} ${match[2]}` : null;
}

/** The third letter from the end is a figure, the last two are letters: "O" and "0", "I" and "1" are told apart by that. */
function figuresMended(squashed: string): string {
	const figure = squashed.slice(-3, -2).replace("O", "0").replace(/[IL]/, "1").replace("S", "5");
	const letters = squashed.slice(-2).replaceAll("0", "O").replaceAll("1", "I").replaceAll("5", "S");
	return `${squashed.slice(0, -3)}${figure}${letters}`;
}

/** The district of a postcode, "SW1A". */
export function outwardCode(postcode: string): string {
	return postcode.split(" ")[0] ?? postcode;
}
