/** Kinds of personal detail that a message may hold. */
export const DETAILS = [
	"email",
	"phone",
	"postcode",
	"address",
	"date_of_birth",
	"nhs_number",
	"ni_number",
	"case_number",
	"name",
] as const;
export type Detail = (typeof DETAILS)[number];

/** A stretch of a text that tells who somebody is: from `start` up to, not including, `end`. */
export type Detection = { readonly type: Detail; readonly start: number; readonly end: number };

/** Every match of a pattern as a detection; where `group` is named, only that part of the match. */
export function matches(
	text: string,
	pattern: RegExp,
	type: Detail,
	keep: (found: string) => boolean = () => true,
): readonly Detection[] {
	return [...text.matchAll(pattern)].flatMap((match) => {
		const found = match.groups?.["it"] ?? match[0];
		if (!keep(found)) return [];
		const start = match.index + match[0].lastIndexOf(found);
		return [{ type, start, end: start + found.length }];
	});
}
