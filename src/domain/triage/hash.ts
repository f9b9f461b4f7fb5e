/** A 32-bit hash of a text (FNV-1a, then mixed); other seeds give unrelated hashes. */
export function hashText(text: string, seed: number): number {
	let hash = seed;
	for (let at = 0; at < text.length; at += 1) hash = hashStep(hash, text.charCodeAt(at));
	return hashEnd(hash);
}

/** Takes one more character into an unfinished hash. */
export function hashStep(hash: number, code: number): number {
	return Math.imul(hash ^ code, 0x01000193);
}

/** Finishes a hash, so that every bit of it depends on every character. */
export function hashEnd(hash: number): number {
	const once = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
	const twice = Math.imul(once ^ (once >>> 12), 0x297a2d39);
	return (twice ^ (twice >>> 15)) >>> 0;
}

/** The hash of two hashes in this order. */
export function hashPair(one: number, other: number): number {
	return hashEnd(Math.imul(one ^ Math.imul(other, 0x2c1b3c6d), 0x297a2d39));
}
