/**
 * Calendar dates without a clock. A date is text, "2026-12-29"; sums are done on its day number,
 * the whole days since 1970-01-01, so that no time zone can creep in.
 */

export const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;
export type Weekday = (typeof WEEKDAYS)[number];

const MS_PER_DAY = 86_400_000;
const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The day number of "YYYY-MM-DD"; null when the text is no real date ("2026-02-30"). */
export function dayOf(date: string): number | null {
	const found = SHAPE.exec(date);
	if (found === null) return null;
	const day = Date.UTC(Number(found[1]), Number(found[2]) - 1, Number(found[3])) / MS_PER_DAY;
	return dateOf(day) === date ? day : null;
}

/** "YYYY-MM-DD" of a day number. */
export function dateOf(day: number): string {
	return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayIndex(day: number): number {
	// Day 0 was a Thursday.
	return (((day + 3) % 7) + 7) % 7;
}

/** "Mon" to "Sun". */
export function weekdayOf(day: number): Weekday {
	return WEEKDAYS[weekdayIndex(day)] ?? "Mon";
}

/** The same day number `months` later, or the last day of that month when it is shorter. */
export function addMonths(day: number, months: number): number {
	const from = new Date(day * MS_PER_DAY);
	const year = from.getUTCFullYear();
	const month = from.getUTCMonth() + months;
	const lastOfMonth = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
	return Date.UTC(year, month, Math.min(from.getUTCDate(), lastOfMonth)) / MS_PER_DAY;
}
