import type { Holidays } from "#domain/hours/holidays.ts";
import type { Hours } from "#domain/hours/hours.ts";
import { dateOf, type Weekday, weekdayOf } from "#domain/hours/local-date.ts";
import { openSpans, writtenSpans } from "#domain/hours/open-spans.ts";
import { clockText, wallTimeAt } from "#domain/hours/zone-clock.ts";

/** Whether it is open at the instant. */
export function isOpen(hours: Hours, at: number, holidays: Holidays): boolean {
	for (const { start, end } of writtenSpans(hours, at, holidays)) {
		if (start > at) return false;
		if (at < end) return true;
	}
	return false;
}

/** The next instant at which it opens; null when it is open now, or does not open within 400 days. */
export function nextOpening(hours: Hours, at: number, holidays: Holidays): number | null {
	for (const { start, end } of writtenSpans(hours, at, holidays)) {
		if (start > at) return start;
		if (at < end) return null;
	}
	return null;
}

/** The instant at which it next closes; null when it is shut now, or does not close within 400 days. */
export function nextClosing(hours: Hours, at: number, holidays: Holidays): number | null {
	for (const { start, end } of openSpans(hours, at, holidays)) {
		if (start > at) return null;
		if (at < end) return Number.isFinite(end) ? end : null;
	}
	return null;
}

/** A moment on the wall clock, in parts from which content makes a sentence. */
export type Moment = {
	readonly weekday: Weekday;
	/** "2026-12-29" */
	readonly date: string;
	/** "09:00"; midnight is the "00:00" that begins the date. */
	readonly time: string;
	/** 0 for today, 1 for tomorrow. */
	readonly days_away: number;
};

/** The next opening in parts; null when it is open now or never opens. */
export function describeNextOpening(hours: Hours, at: number, holidays: Holidays): Moment | null {
	const opening = nextOpening(hours, at, holidays);
	return opening === null ? null : momentOf(hours.zone, opening, at);
}

/** What calendar and clock of the zone show at `instant`, as seen from `now`. */
export function momentOf(zone: string, instant: number, now: number): Moment {
	const { day, minute } = wallTimeAt(zone, instant);
	return {
		weekday: weekdayOf(day),
		date: dateOf(day),
		time: clockText(minute),
		days_away: day - wallTimeAt(zone, now).day,
	};
}
