/** A network may write this often in this time; the edge's binding in `wrangler.toml` says the same. */
export const LIMIT = 60;
export const PERIOD_MS = 60_000;
/** Beyond this many networks at once the oldest are forgotten, so that memory stays bounded. */
const MOST_NETWORKS = 10_000;

/** Counts writes by network in a fixed window, in memory only. The edge has a binding of its own for this. */
export function createMemoryRateLimit(now: () => number): (who: string) => Promise<boolean> {
	const windows = new Map<string, { start: number; count: number }>();
	return async (who) => {
		const at = now();
		const window = windows.get(who);
		if (!window || at - window.start >= PERIOD_MS) {
			windows.delete(who);
			windows.set(who, { start: at, count: 1 });
			const oldest = windows.keys().next();
			if (windows.size > MOST_NETWORKS && !oldest.done) windows.delete(oldest.value);
			return false;
		}
		window.count += 1;
		return window.count > LIMIT;
	};
}
