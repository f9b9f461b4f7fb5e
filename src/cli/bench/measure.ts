/** What many timings come to, in milliseconds; `per_second` is what one after the other amounts to. */
export type Measured = {
	readonly runs: number;
	readonly p50: number;
	readonly p99: number;
	readonly per_second: number;
};

/** Sums up timings in milliseconds. */
export function summary(times: readonly number[]): Measured {
	const sorted = [...times].sort((a, b) => a - b);
	const at = (share: number) => round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
	const total = times.reduce((sum, time) => sum + time, 0);
	return { runs: times.length, p50: at(0.5), p99: at(0.99), per_second: Math.round((1000 * times.length) / total) };
}

/** Times each item once, after a round that nobody counts. */
export function timed<T>(items: readonly T[], run: (item: T) => unknown): Measured {
	for (const item of items) run(item);
	return summary(
		items.map((item) => {
			const from = performance.now();
			run(item);
			return performance.now() - from;
		}),
	);
}

/** The same for what answers later, one after the other. */
export async function timedLater<T>(items: readonly T[], run: (item: T) => Promise<unknown>): Promise<Measured> {
	const times: number[] = [];
	for (const round of [0, 1]) {
		for (const item of items) {
			const from = performance.now();
			await run(item);
			if (round === 1) times.push(performance.now() - from);
		}
	}
	return summary(times);
}

export function round(value: number): number {
	return Math.round(value * 1e4) / 1e4;
}
