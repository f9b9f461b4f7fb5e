import type { Service } from "#domain/directory/service.ts";

/** A span of life in months; `to` is not included. Before birth is -9 to 0. */
export type AgeSpan = { readonly from: number; readonly to: number };

export const NO_UPPER_AGE = 32_767;
export const UNBORN: AgeSpan = { from: -9, to: 0 };

/** A child who is `years` old, until the next birthday. */
export function childOf(years: number): AgeSpan {
	const from = Math.floor(years * 12);
	return { from, to: from + (Number.isInteger(years) ? 12 : 1) };
}

/**
 * The ages a service gives, null when it gives none. "0 to 5" includes a child of five years and eleven months.
 * Where the highest age is below the lowest, neither can be relied on.
 */
export function agesOf({ minimum_age: low, maximum_age: high }: Service): AgeSpan | null {
	if (low === undefined && high === undefined) return null;
	if (low !== undefined && high !== undefined && high < low) return null;
	return {
		from: Math.min(Math.floor((low ?? 0) * 12), NO_UPPER_AGE - 1),
		to: high === undefined ? NO_UPPER_AGE : Math.min(childOf(high).to, NO_UPPER_AGE),
	};
}

/**
 * Whether a service may suit. One that gives no ages may suit anyone; an unborn child also suits every service
 * for people who expect a baby, whose ages are those of the parent.
 */
export function suits(ages: AgeSpan | null, forUnborn: boolean, child: AgeSpan): boolean {
	if (ages === null) return true;
	if (child.to <= 0) return forUnborn;
	return child.from < ages.to && child.to > ages.from;
}
