/** Where randomness comes from. */
export type Chance = {
	/** Fit for secrets. */
	readonly bytes: (count: number) => Uint8Array<ArrayBuffer>;
	/** From 0 up to, not including, 1: for spreading things in time, never for secrets. */
	readonly fraction: () => number;
};
