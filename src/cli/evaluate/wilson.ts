const Z = 1.959964;

/** A rate with its 95 % interval, "97.5 % [91.3, 99.3]" (Wilson 1927, which stays honest near 0 and 1). */
export function wilson(hits: number, of: number): string {
	if (of === 0) return "no cases";
	const rate = hits / of;
	const centre = (rate + Z ** 2 / (2 * of)) / (1 + Z ** 2 / of);
	const half = (Z / (1 + Z ** 2 / of)) * Math.sqrt((rate * (1 - rate)) / of + Z ** 2 / (4 * of ** 2));
	const percent = (value: number) => (100 * Math.min(1, Math.max(0, value))).toFixed(1);
	return `${percent(rate)} % [${percent(centre - half)}, ${percent(centre + half)}]`;
}
