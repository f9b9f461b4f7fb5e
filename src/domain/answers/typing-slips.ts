/** Shorter words have too many neighbours to guess at. */
const SHORTEST = 5;
/** From this length two slips may be mended. */
const SHORTEST_FOR_TWO = 10;
/** Rarer stems than this are seldom meant, and an ordinary word that we do not know is often near one. */
const RAREST = 7.4;
const plainRe = /^[a-z]+$/;

/** Answers the known stem that an unknown one was most likely meant to be; the stem itself when none is near. */
export type MendStem = (stem: string) => string;

/**
 * Mends typing slips against the stems that the content knows: one letter left out, doubled, changed or swapped with
 * its neighbour, two in long words. The first letter is taken to be right, which keeps the candidates few. Among the
 * nearest the most common wins; `rarity` is higher for rarer stems.
 */
export function createMender(known: ReadonlyMap<string, number>): MendStem {
	const shelves = new Map<string, { readonly stem: string; readonly letters: number; readonly rarity: number }[]>();
	for (const [stem, rarity] of known) {
		if (stem.length < SHORTEST - 1 || rarity > RAREST || !plainRe.test(stem)) continue;
		const shelf = shelfOf(stem.charAt(0), stem.length);
		const beside = shelves.get(shelf) ?? [];
		beside.push({ stem, letters: lettersOf(stem), rarity });
		shelves.set(shelf, beside);
	}
	return (stem) => {
		if (stem.length < SHORTEST || known.has(stem) || !plainRe.test(stem)) return stem;
		const most = stem.length >= SHORTEST_FOR_TWO ? 2 : 1;
		const letters = lettersOf(stem);
		let best = stem;
		let bestCost = Number.POSITIVE_INFINITY;
		for (let length = stem.length - most; length <= stem.length + most; length += 1)
			for (const candidate of shelves.get(shelfOf(stem.charAt(0), length)) ?? []) {
				// A slip changes two letters of a word at most, so most candidates need not be compared.
				if (bitsIn(candidate.letters ^ letters) > 2 * most) continue;
				const slips = slipsBetween(stem, candidate.stem, most);
				const cost = slips * 100 + candidate.rarity;
				if (slips <= most && cost < bestCost) {
					best = candidate.stem;
					bestCost = cost;
				}
			}
		return best;
	};
}

function shelfOf(letter: string, length: number): string {
	return letter + length;
}

/** Which of the 26 letters a word has, one bit each. */
function lettersOf(word: string): number {
	let letters = 0;
	for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) - 97);
	return letters;
}

function bitsIn(value: number): number {
	let bits = 0;
	for (let left = value; left !== 0; left &= left - 1) bits += 1;
	return bits;
}

/** The slips between two words (optimal string alignment), or more than `most` as soon as that is certain. */
export function slipsBetween(a: string, b: string, most: number): number {
	if (Math.abs(a.length - b.length) > most) return most + 1;
	let beforeLast: number[] = [];
	let last = Array.from({ length: b.length + 1 }, (_, at) => at);
	for (let i = 1; i <= a.length; i += 1) {
		const row = [i];
		let least = i;
		for (let j = 1; j <= b.length; j += 1) {
			const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1;
			let slips = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
			const swapped =
				i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
			if (swapped) slips = Math.min(slips, (beforeLast[j - 2] ?? 0) + 1);
			row.push(slips);
			least = Math.min(least, slips);
		}
		if (least > most) return most + 1;
		beforeLast = last;
		last = row;
	}
	return last[b.length] ?? most + 1;
}
