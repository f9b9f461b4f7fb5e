import type { Holidays } from "#domain/hours/holidays.ts";
import type { DatedSpan, Hours, WeeklySpan } from "#domain/hours/hours.ts";
import { dateOf, WEEKDAYS, weekdayIndex } from "#domain/hours/local-date.ts";

/** Minutes after 00:00 of the date a span belongs to, which is the date it starts on. */
export type Shift = { readonly from: number; readonly to: number };

type Rota = {
	readonly weekdays: readonly (readonly Shift[])[];
	readonly onHoliday: "closed" | "all_day" | "as_usual" | readonly Shift[];
	readonly exceptions: ReadonlyMap<string, readonly Shift[]>;
	readonly longestDays: number;
};

const MINUTES_PER_DAY = 1440;
const MINUTES_PER_WEEK = 7 * MINUTES_PER_DAY;
const ALL_DAY: Shift = { from: 0, to: MINUTES_PER_DAY };

/** Reading the text of the hours once for each object is enough. */
const rotas = new WeakMap<Hours, Rota>();

/**
 * The shifts that start on a day, by time of start. An exception replaces the date and beats a bank
 * holiday. `all_day` opens the whole date and leaves running what usually starts on it, so that the
 * night or weekend cover that begins on a bank holiday does not stop at midnight.
 */
export function shiftsOn(hours: Hours, day: number, holidays: Holidays): readonly Shift[] {
	const rota = rotaOf(hours);
	const date = dateOf(day);
	const exception = rota.exceptions.get(date);
	if (exception !== undefined) return exception;
	const usual = rota.weekdays[weekdayIndex(day)] ?? [];
	if (!holidays.has(date) || rota.onHoliday === "as_usual") return usual;
	if (rota.onHoliday === "closed") return [];
	if (rota.onHoliday === "all_day") return [ALL_DAY, ...usual];
	return rota.onHoliday;
}

/** The most days that one shift can reach past the date it starts on. */
export function longestShiftInDays(hours: Hours): number {
	return rotaOf(hours).longestDays;
}

/** Minutes of "16:30"; 1440 for "24:00". */
export function minutesOf(time: string): number {
	return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

function rotaOf(hours: Hours): Rota {
	const known = rotas.get(hours);
	if (known !== undefined) return known;
	const weekdays = WEEKDAYS.map((weekday) =>
		inOrder(hours.weekly.filter(({ from }) => from.startsWith(weekday)).map(weeklyShift)),
	);
	const rule = hours.bank_holidays;
	const onHoliday = typeof rule === "string" ? rule : inOrder(rule.open.map(datedShift));
	const exceptions = new Map(hours.exceptions.map(({ date, open }) => [date, inOrder(open.map(datedShift))]));
	const all = [...weekdays, ...exceptions.values()].flat();
	const latest = Math.max(2 * MINUTES_PER_DAY, ...all.map(({ to }) => to));
	const rota = { weekdays, onHoliday, exceptions, longestDays: Math.ceil(latest / 1440) };
	rotas.set(hours, rota);
	return rota;
}

function weeklyShift({ from, to }: WeeklySpan): Shift {
	const start = minutesOf(from.slice(4));
	if (to.length < from.length) return { from: start, to: laterOnTheClock(start, minutesOf(to)) };
	const days = dayIndex(to) - dayIndex(from);
	const end = days * MINUTES_PER_DAY + minutesOf(to.slice(4));
	return { from: start, to: end > start ? end : end + MINUTES_PER_WEEK };
}

function datedShift([from, to]: DatedSpan): Shift {
	const start = minutesOf(from);
	return { from: start, to: laterOnTheClock(start, minutesOf(to)) };
}

function laterOnTheClock(start: number, end: number): number {
	return end > start ? end : end + MINUTES_PER_DAY;
}

function dayIndex(dayAndTime: string): number {
	return WEEKDAYS.findIndex((weekday) => dayAndTime.startsWith(weekday));
}

function inOrder(shifts: readonly Shift[]): readonly Shift[] {
	return [...shifts].sort((first, second) => first.from - second.from);
}
