import { decodeTable } from "#domain/places/table/decode-table.ts";
import type { PlaceTable } from "#domain/places/table/place-table.ts";
import type { Clock } from "#ports/clock.ts";
import type { PlaceTables } from "#ports/places.ts";

/** How long what we hold is taken for the newest before somebody looks, in milliseconds. */
const TRUSTED_MS = 60_000;
/** The same while there is none: somebody may be importing the first one. */
const WITHOUT_MS = 10_000;
/** A look that takes longer than this is given up: people are waiting. */
const PATIENCE_MS = 2_000;

type Needs = {
	readonly tables: PlaceTables;
	readonly clock: Clock;
	/** Lets work go on after the answer has left. */
	readonly later: (work: Promise<void>) => void;
};

export type HeldTable = { readonly newest: () => Promise<PlaceTable | null> };

/**
 * Holds the table of postcodes in memory, once for each isolate. The first request waits for it; later ones never do: a
 * look for a newer one happens behind them, and while the database is away the last good one serves on. A table that
 * cannot be read is as good as none.
 */
export function createHeldTable({ tables, clock, later }: Needs): HeldTable {
	let held: { readonly version: number; readonly table: PlaceTable } | null = null;
	let lookedAt: number | null = null;
	let looking = false;

	async function look(): Promise<void> {
		try {
			const version = await tables.version();
			if (version === null || version === held?.version) return;
			const stored = await tables.load();
			const read = stored && decodeTable(stored.bytes);
			if (stored && read?.kind === "table") held = { version: stored.version, table: read.table };
		} catch {
			// The database is away: what we hold serves on.
		}
	}

	return {
		newest: async () => {
			const now = clock.now().getTime();
			if (lookedAt === null) {
				await withinPatience(look());
				lookedAt = now;
			} else if (!looking && now - lookedAt >= (held ? TRUSTED_MS : WITHOUT_MS)) {
				looking = true;
				lookedAt = now;
				later(
					look().finally(() => {
						looking = false;
					}),
				);
			}
			return held?.table ?? null;
		},
	};
}

function withinPatience(work: Promise<void>): Promise<void> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const enough = new Promise<void>((resolve) => {
		timer = setTimeout(resolve, PATIENCE_MS);
	});
	return Promise.race([work, enough]).finally(() => clearTimeout(timer));
}
