import type { Tally } from "#domain/tallies/tally.ts";

/** How often things happened, by week. Holds nothing of who. */
export type Tallies = {
	/** Counts one, in its own time: nobody waits for it, and where the database is away it is tried again. `area` is "" for none. */
	readonly add: (area: string, week: string, measure: string, item: string, detail: string) => void;
	/** An area's tallies from a week on ("2026-W48"), oldest first. */
	readonly of: (area: string, fromWeek: string) => Promise<readonly Tally[]>;
};
