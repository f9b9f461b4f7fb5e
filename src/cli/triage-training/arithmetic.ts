/**
 * e to the power of x from multiplications alone, which every machine does alike: Math.exp may differ in its last
 * digit between engines, and the weights must come out the same everywhere.
 */
export function exponential(x: number): number {
	const bounded = Math.max(-60, Math.min(60, x));
	let power = 1 + bounded / 65_536 + (bounded / 65_536) ** 2 / 2;
	for (let step = 0; step < 16; step += 1) power *= power;
	return power;
}

/** Numbers from 0 to 1 that look random and are the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}
