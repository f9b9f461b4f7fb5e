/** How many two-letter endings a sector can have, from AA to ZZ. */
export const UNIT_CODES = 676;

/** Letters that Royal Mail gives out as the last two of a postcode, and those that it never does. */
const ISSUED = "ABDEFGHJLNPQRSTUWXYZ";
const NEVER = "CIKMOV";
const RANKS = new Map([...ISSUED, ...NEVER].map((letter, rank) => [letter, rank]));

/**
 * The place of a postcode's last two letters among all such pairs, 0 to 675: the 400 that Royal Mail gives out first,
 * by the alphabet, so that neighbours in use are neighbours here.
 */
export function unitCode(letters: string): number {
	const first = RANKS.get(letters.charAt(0)) ?? 0;
	const second = RANKS.get(letters.charAt(1)) ?? 0;
	const issued = ISSUED.length;
	if (first < issued && second < issued) return first * issued + second;
	if (first < issued) return issued * issued + first * NEVER.length + (second - issued);
	return issued * (issued + NEVER.length) + (first - issued) * (issued + NEVER.length) + second;
}
