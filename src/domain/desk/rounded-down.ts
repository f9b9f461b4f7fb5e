import type { ShownTally } from "#domain/tallies/suppress.ts";

/** In a period that still runs, figures go up in fives, so that looking twice does not tell of what came in between. */
const STEP = 5;

/** Figures down to the last five; those that were hidden stay hidden. */
export function roundedDown(tallies: readonly ShownTally[]): readonly ShownTally[] {
	const down = (count: number | null) => (count === null ? null : Math.floor(count / STEP) * STEP);
	return tallies.map((tally) => ({
		...tally,
		total: down(tally.total),
		details: tally.details.map(({ detail, count }) => ({ detail, count: down(count) })),
	}));
}
