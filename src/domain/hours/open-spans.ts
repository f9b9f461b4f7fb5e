import type { Holidays } from "#domain/hours/holidays.ts";
import type { Hours } from "#domain/hours/hours.ts";
import { longestShiftInDays, shiftsOn } from "#domain/hours/rota.ts";
import { instantAt, wallTimeAt } from "#domain/hours/zone-clock.ts";

/** From the opening instant, which is open, to the closing instant, which is shut. */
export type OpenSpan = {
	/** Day number of the local date it starts on, to which it belongs. */
	readonly day: number;
	readonly start: number;
	/** Infinity when no closing is in sight. */
	readonly end: number;
};

/** How long without an opening means never, and how long without a closing means always. */
const HORIZON_DAYS = 400;
const MS_PER_DAY = 86_400_000;

/**
 * Each span, as written in the hours, that could hold the instant or starts after it; by start. They
 * may touch or overlap. It goes on for as long as it is asked, until 400 days hold no opening.
 */
export function* writtenSpans(hours: Hours, at: number, holidays: Holidays): Generator<OpenSpan> {
	const today = wallTimeAt(hours.zone, at).day;
	let quietSince = today;
	// One day more, because a clock change can lengthen a span by an hour.
	for (let day = today - longestShiftInDays(hours) - 1; day - quietSince < HORIZON_DAYS; day++) {
		for (const { from, to } of shiftsOn(hours, day, holidays)) {
			const start = instantAt(hours.zone, day, from);
			const end = instantAt(hours.zone, day, to);
			// A span within the hour that the clocks skip never happens.
			if (end <= start) continue;
			quietSince = Math.max(today, day);
			yield { day, start, end };
		}
	}
}

/** The same with spans that touch or overlap made one, which belongs to the date of the first. */
export function* openSpans(hours: Hours, at: number, holidays: Holidays): Generator<OpenSpan> {
	let current: OpenSpan | undefined;
	for (const next of writtenSpans(hours, at, holidays)) {
		if (current === undefined) {
			current = next;
		} else if (next.start > current.end) {
			yield current;
			current = next;
		} else {
			const end: number = Math.max(current.end, next.end);
			current = { day: current.day, start: current.start, end };
		}
		if (current.end - Math.max(current.start, at) > HORIZON_DAYS * MS_PER_DAY) {
			yield { day: current.day, start: current.start, end: Number.POSITIVE_INFINITY };
			return;
		}
	}
	if (current !== undefined) yield current;
}
