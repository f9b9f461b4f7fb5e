import type { Tally } from "#domain/tallies/tally.ts";

/** Fewer than this could tell of one family. */
export const LEAST_SHOWN = 5;

/** What may be shown of one item: null stands for "fewer than may be shown". */
export type ShownTally = {
	readonly measure: string;
	readonly item: string;
	readonly total: number | null;
	/** By detail, the most first; those that may not be shown come last. */
	readonly details: readonly { readonly detail: string; readonly count: number | null }[];
};

/**
 * Tallies as people may see them: summed over the weeks given, by item, with everything below `least` hidden. Where only one
 * detail of an item would be hidden, the total less the others would give it away, so that the next smallest is hidden too.
 * An item whose total may not be shown is there without any figure. The most first.
 */
export function suppress(tallies: readonly Tally[], least: number = LEAST_SHOWN): readonly ShownTally[] {
	const items = new Map<string, { measure: string; item: string; counts: Map<string, number> }>();
	for (const { measure, item, detail, count } of tallies) {
		const key = JSON.stringify([measure, item]);
		const found = items.get(key) ?? { measure, item, counts: new Map<string, number>() };
		found.counts.set(detail, (found.counts.get(detail) ?? 0) + count);
		items.set(key, found);
	}
	return [...items.values()]
		.map(({ measure, item, counts }) => ({ measure, item, ...shown([...counts], least) }))
		.sort((a, b) => (b.total ?? 0) - (a.total ?? 0) || a.item.localeCompare(b.item, "en"));
}

function shown(counts: readonly (readonly [string, number])[], least: number): Pick<ShownTally, "total" | "details"> {
	const some = counts
		.filter(([, count]) => count > 0)
		.toSorted((a, b) => b[1] - a[1] || a[0].localeCompare(b[0], "en"));
	const total = some.reduce((sum, [, count]) => sum + count, 0);
	if (total < least) return { total: null, details: some.map(([detail]) => ({ detail, count: null })) };
	const small = some.filter(([, count]) => count < least).length;
	const hidden = small === 1 ? 2 : small;
	const seen = Math.max(0, some.length - hidden);
	// All details hidden but the total shown tells nothing of any one of them.
	return { total, details: some.map(([detail, count], at) => ({ detail, count: at < seen ? count : null })) };
}
