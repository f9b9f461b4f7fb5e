/**
 * Chooses one page of the best records without sorting them all. A record's place is one number below 2^48:
 * shown before marked-as-old, all words before some, then merit, then the lower record number, which is the name's.
 */
export const MOST_MERIT = 2 ** 30 - 1;

/** `merit`: from 0; parts of one are dropped, and all beyond `MOST_MERIT` is as good. */
export function rankKey(record: number, merit: number, allWords: boolean, current: boolean): number {
	const whole = merit < MOST_MERIT ? merit | 0 : MOST_MERIT;
	return (((current ? 2 : 0) + (allWords ? 1 : 0)) * 2 ** 30 + whole) * 65_536 + (65_535 - record);
}

export function recordOf(key: number): number {
	return 65_535 - (key % 65_536);
}

/** The key without its record: what two directories' results can be compared by. */
export function standing(key: number): number {
	return Math.floor(key / 65_536);
}

/** Pages that end beyond this many records sort everything once; up to here a small heap is quicker. */
const HEAP_LIMIT = 256;

/** Keeps the best keys of those offered, up to the end of the page asked for. */
export class Ranking {
	private readonly keys: Float64Array;
	private readonly limit: number;
	private readonly heap: boolean;
	private held = 0;
	/** Below this no key has a chance; -1 while there is room. */
	private least = -1;

	/** `last`: the end of the page, counted from the first result. `size`: the most that can be offered. */
	constructor(last: number, size: number) {
		this.heap = last <= HEAP_LIMIT;
		this.limit = this.heap ? Math.min(last, size) : size;
		this.keys = new Float64Array(this.limit);
	}

	offer(key: number): void {
		const keys = this.keys;
		if (this.held < this.limit) {
			let at = this.held;
			this.held += 1;
			if (this.heap)
				while (at > 0) {
					const parent = (at - 1) >> 1;
					if ((keys[parent] ?? 0) <= key) break;
					keys[at] = keys[parent] ?? 0;
					at = parent;
				}
			keys[at] = key;
			if (this.heap && this.held === this.limit) this.least = keys[0] ?? -1;
		} else if (key > this.least && this.limit > 0) this.replaceLeast(key);
	}

	private replaceLeast(key: number): void {
		const keys = this.keys;
		let at = 0;
		for (;;) {
			let child = at * 2 + 1;
			if (child >= this.held) break;
			if (child + 1 < this.held && (keys[child + 1] ?? 0) < (keys[child] ?? 0)) child += 1;
			if ((keys[child] ?? 0) >= key) break;
			keys[at] = keys[child] ?? 0;
			at = child;
		}
		keys[at] = key;
		this.least = keys[0] ?? -1;
	}

	/** The keys from the `first` result up to but without the `last`, best first. */
	page(first: number, last: number): readonly number[] {
		return Array.from(this.keys.subarray(0, this.held).sort().reverse().subarray(first, last));
	}
}
