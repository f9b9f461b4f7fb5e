import type { Mended } from "#domain/directory/import/values/mended.ts";

/** Years. Nobody is older; feeds write 999 for "no limit" and -1 for "not known". */
const OLDEST = 120;

export type Ages = { readonly minimum_age?: number; readonly maximum_age?: number };

/** An age in years; "18 months" is 1.5. Below nought and above 120 it means nothing. */
export function mendAge(text: string): Mended<number> {
	const match = /^(-?\d{1,6}(?:\.\d+)?)\s*(months?|mths?|years?|yrs?)?(?:\s*old)?\+?$/i.exec(text);
	if (!match) return { rule: "not an age, left out" };
	const months = /^m/i.test(match[2] ?? "");
	const value = Number(match[1]) / (months ? 12 : 1);
	if (value < 0 || value > OLDEST) return { rule: "age that means nothing left out" };
	return months ? { value: Math.round(value * 100) / 100, rule: "months written as years" } : { value };
}

/**
 * Two ages that can be true together. 0 to 0 is how programs write that nothing was filled in; a highest age of 0
 * under a lowest one means "no limit"; otherwise a lowest above the highest was entered the wrong way round.
 */
export function mendAgeRange(ages: Ages): { readonly ages: Ages; readonly rule?: string } {
	const { minimum_age: lowest, maximum_age: highest } = ages;
	if (highest === undefined) return { ages };
	if (highest === 0 && (lowest ?? 0) === 0) return { ages: {}, rule: "ages 0 to 0 left out" };
	if (lowest === undefined || lowest <= highest) return { ages };
	if (highest === 0) return { ages: { minimum_age: lowest }, rule: "highest age of 0 left out" };
	return { ages: { minimum_age: highest, maximum_age: lowest }, rule: "ages the wrong way round swapped" };
}
