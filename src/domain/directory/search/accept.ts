import type { Slot } from "#domain/directory/search/interpret.ts";
import { type Matches, slotIdf } from "#domain/directory/search/match-slots.ts";
import type { Snapshot } from "#domain/directory/search/snapshot.ts";
import type { Weights } from "#domain/directory/search/weights.ts";

/**
 * Which records answer a question at all. One that holds every required word does. One that holds some of them does
 * when those carry enough of the question's weight and at least one of them says what the record is about; so a
 * passing mention of one word never passes for an answer. Where no record reaches that, a smaller share will do.
 */
export const HOLDS_ALL = 2;

export type Acceptance = {
	/** 2 holds every required word, 1 enough of them, 0 too little. `held` as in `Matches`. */
	readonly grade: (held: number) => 0 | 1 | 2;
};

export function createAcceptance(
	slots: readonly Slot[],
	matches: Matches,
	snapshot: Snapshot,
	weights: Weights,
): Acceptance {
	let all = 0;
	let whole = 0;
	const shares = new Float64Array(16);
	slots.forEach((slot, number) => {
		if (!slot.required) return;
		all |= 1 << number;
		shares[number] = slotIdf(slot, snapshot) * (isUnknown(slot, snapshot) ? weights.unknownWord : 1);
		whole += shares[number] ?? 0;
	});
	// Two corrected words that only happen to stand in one record are no answer: "flights to Spain" as "lights", "span".
	const required = slots.filter((slot) => slot.required);
	const allGuessed = required.length > 1 && required.every(({ ways }) => ways.some(({ how }) => how === "typo"));
	// "Buy a house": words that mean so little say something only together.
	if (required.every(({ weak }) => weak)) return { grade: (held) => ((held & all) === all ? 2 : 0) };
	let least = whole * weights.leastShare;
	function grade(held: number): 0 | 1 | 2 {
		const about = (held >>> 16) & all;
		if ((held & all) === all && (!allGuessed || about !== 0)) return 2;
		if (about === 0) return 0;
		let share = 0;
		for (let rest = held & all; rest !== 0; rest &= rest - 1) share += shares[31 - Math.clz32(rest & -rest)] ?? 0;
		return share >= least ? 1 : 0;
	}
	if (!accepted(matches, grade, weights.fewAccepted)) least = whole * weights.leastShareAlone;
	return { grade };
}

/** Whether at least so many records are accepted. */
function accepted({ touched, count, held }: Matches, grade: Acceptance["grade"], enough: number): boolean {
	let found = 0;
	for (let index = 0; index < count && found < enough; index += 1)
		if (grade(held[touched[index] ?? 0] ?? 0) > 0) found += 1;
	return found >= enough;
}

function isUnknown({ ways, phrase }: Slot, { postings }: Snapshot): boolean {
	return phrase === null && ways.every(({ term }) => postings.offsets[term + 1] === postings.offsets[term]);
}
