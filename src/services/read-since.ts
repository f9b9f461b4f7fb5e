import type { FeedRun } from "#ports/feed-register.ts";

/** A feed is read whole once a week at least, whatever it can tell: only that shows what it no longer holds. */
const WHOLE_EVERY = 7 * 86_400_000;
/** Clocks differ and a feed may be late to show a change, so what is new is asked for from before the last run. */
const OVERLAP = 36 * 3_600_000;

/**
 * From when on a feed's changes are enough, as its runs (the newest first) tell; null where it must be read whole:
 * the first time, after a week, and while something seems to be missing from it.
 */
export function readSince(runs: readonly FeedRun[], now: Date): Date | null {
	const read = runs.filter(({ outcome }) => outcome === "imported");
	const whole = read.find(({ counts }) => !counts["partial"]);
	const [last] = read;
	if (last === undefined || whole === undefined || (whole.counts["missing"] ?? 0) > 0) return null;
	if (now.getTime() - whole.ranAt.getTime() >= WHOLE_EVERY) return null;
	return new Date(last.ranAt.getTime() - OVERLAP);
}
