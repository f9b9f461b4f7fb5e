import type { Holidays } from "#domain/hours/holidays.ts";
import type { BankHolidays } from "#ports/bank-holidays.ts";
import type { Clock } from "#ports/clock.ts";

/** How long the list in memory is taken for the newest before somebody looks. */
const TRUSTED_MS = 3_600_000;

type Needs = {
	/** What the build holds, and the date on which somebody last held it against GOV.UK. */
	readonly compiled: Holidays;
	readonly compiledOn: string;
	readonly store: Pick<BankHolidays, "stored">;
	readonly clock: Clock;
	/** Lets work go on after the answer has left. */
	readonly later: (work: Promise<void>) => void;
};

/**
 * The bank holidays to reckon with: those of the build, until newer ones were read from the database. Nobody waits for
 * that: a look happens behind a request, once an hour, and while the database is away the last list serves on.
 */
export function createHeldHolidays({ compiled, compiledOn, store, clock, later }: Needs): () => Holidays {
	let held = compiled;
	let checkedAt = Number.NEGATIVE_INFINITY;

	async function look(): Promise<void> {
		try {
			const stored = await store.stored();
			const newer = stored !== null && stored.fetchedAt.toISOString().slice(0, 10) >= compiledOn;
			held = newer ? new Set(stored.dates) : compiled;
		} catch {
			// The database is away, or what it holds cannot be read.
		}
	}

	return () => {
		const now = clock.now().getTime();
		if (Math.abs(now - checkedAt) >= TRUSTED_MS) {
			checkedAt = now;
			later(look());
		}
		return held;
	};
}
