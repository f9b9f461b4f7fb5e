/** A seeded source of chance: the same seed gives the same run. Mulberry32, good enough for load and nothing else. */
export type Random = {
	/** From 0 up to but without 1. */
	readonly unit: () => number;
	/** A whole number from 0 up to but without `below`. */
	readonly below: (below: number) => number;
	readonly chance: (probability: number) => boolean;
	readonly pick: <Item>(items: readonly Item[]) => Item;
	/** As `pick`, the first items far more often than the last, as words are in a language. */
	readonly pickCommon: <Item>(items: readonly Item[]) => Item;
};

export function seededRandom(seed: number): Random {
	let state = seed >>> 0;
	function unit(): number {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	}
	const below = (limit: number) => Math.floor(unit() * limit);
	function at<Item>(items: readonly Item[], index: number): Item {
		const item = items[index];
		if (item === undefined) throw new RangeError("Nothing to pick from.");
		return item;
	}
	return {
		unit,
		below,
		chance: (probability) => unit() < probability,
		pick: (items) => at(items, below(items.length)),
		pickCommon: (items) => at(items, Math.floor(items.length * unit() ** 2)),
	};
}
