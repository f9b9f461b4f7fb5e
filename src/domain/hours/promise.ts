import type { Holidays } from "#domain/hours/holidays.ts";
import type { Hours } from "#domain/hours/hours.ts";
import { openSpans, writtenSpans } from "#domain/hours/open-spans.ts";
import { minutesOf } from "#domain/hours/rota.ts";
import { instantAt, wallTimeAt } from "#domain/hours/zone-clock.ts";

const MS_PER_HOUR = 3_600_000;

/**
 * The instant by which someone who asks at `at` is promised an answer. Null when nothing is
 * promised, or when it never opens or never closes as the promise would need.
 */
export function promise(hours: Hours, at: number, holidays: Holidays): number | null {
	const promised = hours.promise;
	switch (promised.kind) {
		case "none":
			return null;
		case "working_hours":
			return afterOpenHours(hours, at, holidays, promised.hours);
		case "close_plus_working_hours": {
			const close = closeOfBusiness(hours, at, holidays);
			if (close === null || promised.hours === 0) return close;
			return afterOpenHours(hours, close, holidays, promised.hours);
		}
		case "close_of_business":
			return closeByCutoff(hours, at, holidays, promised.cutoff);
	}
}

/**
 * The instant at which `wanted` hours of opening have passed since `from`, or since the next opening
 * when it is shut. They are real hours, so clock changes count. A count that ends at a close is that close.
 */
export function afterOpenHours(hours: Hours, from: number, holidays: Holidays, wanted: number): number | null {
	let left = Math.round(wanted * MS_PER_HOUR);
	let counted = from;
	for (const span of writtenSpans(hours, from, holidays)) {
		const start = Math.max(span.start, counted);
		if (start >= span.end) continue;
		if (left <= span.end - start) return start + left;
		left -= span.end - start;
		counted = span.end;
	}
	return null;
}

/** That day's close if asked before the cut-off and before that close, else the next opening day's. */
function closeByCutoff(hours: Hours, at: number, holidays: Holidays, cutoff: string | undefined): number | null {
	const today = wallTimeAt(hours.zone, at).day;
	const inTime = cutoff === undefined || at < instantAt(hours.zone, today, minutesOf(cutoff));
	return closeOfBusiness(hours, at, holidays, inTime ? today : today + 1);
}

/**
 * The close of the first opening day that is not over at `at` and not before `notBefore`. An opening
 * day is a date on which a span starts; its close is the end of the last of them, so lunch is none.
 */
function closeOfBusiness(
	hours: Hours,
	at: number,
	holidays: Holidays,
	notBefore = Number.NEGATIVE_INFINITY,
): number | null {
	let day: number | null = null;
	let close = Number.NEGATIVE_INFINITY;
	for (const span of openSpans(hours, at, holidays)) {
		if (span.day !== day && close > at) break;
		if (span.day < notBefore) continue;
		day = span.day;
		close = span.end;
	}
	return Number.isFinite(close) && close > at ? close : null;
}
