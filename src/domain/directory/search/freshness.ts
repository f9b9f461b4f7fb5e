import { addMonths } from "#domain/hours/local-date.ts";

/**
 * How long ago a listing was last confirmed: up to 3 months, up to 6, longer; so long that it is left out of the lists,
 * of which its provider was told before (`notices.ts`); or we cannot say.
 */
export const FRESHNESS = ["fresh", "due", "stale", "hidden", "unknown"] as const;
export type Freshness = (typeof FRESHNESS)[number];

/** Today, and the earliest day numbers that are still fresh and due. */
export type FreshnessLimits = { readonly today: number; readonly fresh: number; readonly due: number };

/** Asked for with every result of a day, and dear to reckon: the last answer is kept. */
export function freshnessLimits(today: number): FreshnessLimits {
	if (last?.today !== today) last = { today, limits: reckon(today) };
	return last.limits;
}
let last: { readonly today: number; readonly limits: FreshnessLimits } | null = null;

function reckon(today: number): FreshnessLimits {
	return { today, fresh: addMonths(today, -3), due: addMonths(today, -6) };
}

/**
 * The state of a listing confirmed on a day, as its place in `FRESHNESS`; day 0 stands for "never said". `hiddenFrom` is
 * the day from which it is left out, 0 where nobody was told.
 */
export function freshnessAt(assured: number, limits: FreshnessLimits, hiddenFrom = 0): number {
	if (assured === 0) return 4;
	if (assured >= limits.fresh) return 0;
	if (assured >= limits.due) return 1;
	return hiddenFrom === 0 || limits.today < hiddenFrom ? 2 : 3;
}

export function freshnessOf(assured: number, limits: FreshnessLimits, hiddenFrom = 0): Freshness {
	return FRESHNESS[freshnessAt(assured, limits, hiddenFrom)] ?? "unknown";
}
