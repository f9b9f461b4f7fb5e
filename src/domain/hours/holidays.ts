/** Dates ("2026-12-28") of the official list. A Christmas Day on a Saturday is not one; its substitute is. */
export type Holidays = ReadonlySet<string>;

/**
 * The first and last day for which the list can be relied on: it is published in whole years.
 * Null for an empty list, which knows nothing.
 */
export function knownYears(holidays: Holidays): { readonly from: string; readonly until: string } | null {
	const years = [...holidays].map((date) => date.slice(0, 4)).sort();
	const first = years[0];
	const last = years.at(-1);
	if (first === undefined || last === undefined) return null;
	return { from: `${first}-01-01`, until: `${last}-12-31` };
}
