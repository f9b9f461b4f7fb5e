import { addMonths } from "#domain/hours/local-date.ts";

/** How long ago a listing was last confirmed: up to 3, 6 and 12 months, longer, or we cannot say. */
export const FRESHNESS = ["fresh", "due", "stale", "hidden", "unknown"] as const;
export type Freshness = (typeof FRESHNESS)[number];

/** The earliest day numbers that are still fresh, due and stale. */
export type FreshnessLimits = { readonly fresh: number; readonly due: number; readonly stale: number };

/** Asked for with every result of a day, and dear to reckon: the last answer is kept. */
export function freshnessLimits(today: number): FreshnessLimits {
	if (last?.today !== today) last = { today, limits: reckon(today) };
	return last.limits;
}
let last: { readonly today: number; readonly limits: FreshnessLimits } | null = null;

function reckon(today: number): FreshnessLimits {
	return { fresh: addMonths(today, -3), due: addMonths(today, -6), stale: addMonths(today, -12) };
}

/** The state of a listing confirmed on a day, as its place in `FRESHNESS`; day 0 stands for "never said". */
export function freshnessAt(assured: number, limits: FreshnessLimits): number {
	if (assured === 0) return 4;
	if (assured >= limits.fresh) return 0;
	if (assured >= limits.due) return 1;
	return assured >= limits.stale ? 2 : 3;
}

export function freshnessOf(assured: number, limits: FreshnessLimits): Freshness {
	return FRESHNESS[freshnessAt(assured, limits)] ?? "unknown";
}
