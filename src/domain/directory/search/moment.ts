import { dateOf, dayOf } from "#domain/hours/local-date.ts";
import { wallTimeAt } from "#domain/hours/zone-clock.ts";

/** "Now" as search needs it: London's calendar day (a day number), minutes from midnight, and the bank holidays. */
export type Moment = {
	readonly day: number;
	readonly minute: number;
	/** Bank holidays of England, as day numbers. */
	readonly holidays: ReadonlySet<number>;
};

/** An instant as London's clocks show it. Holidays are dates, "2026-12-25"; what is no date is left out. */
export function londonMoment(at: Date, holidays: Iterable<string> & object): Moment {
	return { ...wallTimeAt("Europe/London", at.getTime()), holidays: holidayNumbers(holidays) };
}

export function holidayNumbers(dates: Iterable<string> & object): ReadonlySet<number> {
	const known = numbers.get(dates);
	if (known) return known;
	const found = new Set([...dates].flatMap((date) => dayNumber(date) ?? []));
	numbers.set(dates, found);
	return found;
}
/** Every question brings the same list: reckoned once, and then told to be the same at a glance. */
const numbers = new WeakMap<object, ReadonlySet<number>>();

/** The day number of a date, or of an instant that begins with one. Null when it is none, or too far off for 16 bits. */
export function dayNumber(date: string): number | null {
	const day = dayOf(date.slice(0, 10));
	return day !== null && day > 0 && day < 0xffff ? day : null;
}

/** 1 to 31. */
export function monthDayOf(day: number): number {
	return Number(dateOf(day).slice(8, 10));
}

/** How many days the month of this day has. */
export function monthLength(day: number): number {
	const [year = 0, month = 0] = dateOf(day).split("-").map(Number);
	return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** As `dateOf`, which is dear, for days that come up again and again. */
export function dateText(day: number): string {
	const known = dates.get(day);
	if (known !== undefined) return known;
	if (dates.size >= MOST_DATES) dates.clear();
	const text = dateOf(day);
	dates.set(day, text);
	return text;
}
const MOST_DATES = 2000;
const dates = new Map<number, string>();

/** True when nothing that opens or shuts can tell the two apart. */
export function sameMoment(a: Moment, b: Moment): boolean {
	if (a === b) return true;
	if (a.minute !== b.minute || a.day !== b.day) return false;
	return a.holidays === b.holidays || [...a.holidays].join() === [...b.holidays].join();
}
