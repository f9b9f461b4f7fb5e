import { openSnapshot, type Snapshot } from "#domain/directory/search/snapshot.ts";
import type { Clock } from "#ports/clock.ts";
import type { OpenSnapshots, Snapshots } from "#ports/snapshots.ts";

/** All areas of one isolate together; the one that was not asked for longest goes first. */
export const MOST_BYTES = 60 * 1024 * 1024;
/** How long a snapshot is taken for the newest before somebody looks. */
const TRUSTED_MS = 60_000;

type Held = {
	readonly version: number;
	readonly snapshot: Snapshot;
	readonly size: number;
	checkedAt: number;
	checking: boolean;
};

type Needs = {
	readonly snapshots: Snapshots;
	readonly clock: Clock;
	/** Lets work go on after the answer has left. */
	readonly later: (work: Promise<void>) => void;
	readonly mostBytes?: number;
};

/**
 * Holds opened snapshots in memory. The first request for an area waits for its load; later ones never wait: a look for
 * a newer version happens behind them, and while the database is away the last good one serves on.
 */
export function createOpenSnapshots({ snapshots, clock, later, mostBytes = MOST_BYTES }: Needs): OpenSnapshots {
	const held = new Map<string, Held>();

	async function load(area: string): Promise<Held | null> {
		const stored = await snapshots.load(area);
		if (!stored) return null;
		const opened = openSnapshot(stored.bytes);
		if (opened.kind === "unreadable") throw new Error(`The snapshot of ${area} cannot be read: ${opened.message}`);
		const now = clock.now().getTime();
		return { version: stored.version, snapshot: opened, size: opened.footprint, checkedAt: now, checking: false };
	}

	function keep(area: string, entry: Held): void {
		held.delete(area);
		// One that alone is too large serves this request and is not held.
		if (entry.size > mostBytes) return;
		held.set(area, entry);
		let total = [...held.values()].reduce((sum, each) => sum + each.size, 0);
		for (const [oldest, each] of held) {
			if (total <= mostBytes || oldest === area) break;
			held.delete(oldest);
			total -= each.size;
		}
	}

	async function renew(area: string, entry: Held): Promise<void> {
		try {
			const newest = await snapshots.version(area);
			if (newest !== null && newest !== entry.version) {
				const fresh = await load(area);
				if (fresh) keep(area, fresh);
			}
		} catch {
			// The database is away, or what it holds cannot be read: the last good snapshot serves on.
		} finally {
			entry.checkedAt = clock.now().getTime();
			entry.checking = false;
		}
	}

	return {
		of: async (area) => {
			const entry = held.get(area);
			if (entry) {
				keep(area, entry);
				if (!entry.checking && clock.now().getTime() - entry.checkedAt >= TRUSTED_MS) {
					entry.checking = true;
					later(renew(area, entry));
				}
				return { kind: "open", snapshot: entry.snapshot };
			}
			try {
				const loaded = await load(area);
				if (!loaded) return { kind: "none" };
				keep(area, loaded);
				return { kind: "open", snapshot: loaded.snapshot };
			} catch {
				return { kind: "unavailable" };
			}
		},
	};
}
