/**
 * Twenty-three signs of which no two look or sound alike at a glance (no 0 O Q D-like pairs, 1 I L, 2 Z, 5 S, 8 B, U V). That
 * their number is prime is what lets the last sign notice every single slip and every swap of two.
 */
const SIGNS = "34679ACDEFGHJKMNPQRTWXY";
const LENGTH = 8;
/** One weight for each place, all different; that of the check sign is 1. */
const WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 1] as const;

/** A reference from random bytes, seven at least: "K7TQ3X4A". Bytes that would favour some signs are passed over. */
export function referenceOf(bytes: Uint8Array): string {
	const fair = Math.floor(256 / SIGNS.length) * SIGNS.length;
	const values = [...bytes].filter((byte) => byte < fair).slice(0, LENGTH - 1);
	if (values.length < LENGTH - 1) throw new RangeError("A reference needs more random bytes.");
	const signs = values.map((value) => value % SIGNS.length);
	const check = (SIGNS.length - (weigh(signs) % SIGNS.length)) % SIGNS.length;
	return [...signs, check].map((value) => SIGNS[value]).join("");
}

/** The reference in what somebody typed, in any case and with any spaces or hyphens; null where it cannot be one. */
export function readReference(text: string): string | null {
	const typed = text.toUpperCase().replace(/[\s-]/g, "");
	if (typed.length !== LENGTH) return null;
	const values = [...typed].map((sign) => SIGNS.indexOf(sign));
	if (values.includes(-1) || weigh(values) % SIGNS.length !== 0) return null;
	return typed;
}

/** As people read it out: "K7TQ 3X4A". */
export function spacedReference(reference: string): string {
	return `${reference.slice(0, LENGTH / 2)} ${reference.slice(LENGTH / 2)}`;
}

function weigh(values: readonly number[]): number {
	return values.reduce((sum, value, place) => sum + value * (WEIGHTS[place] ?? 0), 0);
}
