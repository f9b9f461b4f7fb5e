/** Sets of record numbers, one bit each. */
export type Bits = Uint32Array;

export function noBits(size: number): Bits {
	return new Uint32Array((size + 31) >>> 5);
}

export function setBit(bits: Bits, at: number): void {
	bits[at >>> 5] = (bits[at >>> 5] ?? 0) | (1 << (at & 31));
}

export function hasBit(bits: Bits, at: number): boolean {
	return (((bits[at >>> 5] ?? 0) >>> (at & 31)) & 1) === 1;
}
