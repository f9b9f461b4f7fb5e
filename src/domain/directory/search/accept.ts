import type { Slot } from "#domain/directory/search/interpret.ts";
import { slotIdf } from "#domain/directory/search/match-slots.ts";
import type { Snapshot } from "#domain/directory/search/snapshot.ts";
import type { Weights } from "#domain/directory/search/weights.ts";

/**
 * Which records answer a question at all. One that holds every required word does. One that holds some of them does
 * when those carry enough of the question's weight and at least one of them says what the record is about; so a
 * passing mention of one word never passes for an answer.
 */
export type Acceptance = {
	/** 2 holds every required word, 1 enough of them, 0 too little. `held` as in `Matches`. */
	readonly grade: (held: number) => 0 | 1 | 2;
};

export function createAcceptance(slots: readonly Slot[], snapshot: Snapshot, weights: Weights): Acceptance {
	let all = 0;
	let whole = 0;
	const shares = new Float64Array(16);
	slots.forEach((slot, number) => {
		if (!slot.required) return;
		all |= 1 << number;
		shares[number] = slotIdf(slot, snapshot);
		whole += shares[number] ?? 0;
	});
	const least = whole * weights.leastShare;
	return {
		grade(held) {
			if ((held & all) === all) return 2;
			if (((held >>> 16) & all) === 0) return 0;
			let share = 0;
			for (let rest = held & all; rest !== 0; rest &= rest - 1) share += shares[31 - Math.clz32(rest & -rest)] ?? 0;
			return share >= least ? 1 : 0;
		},
	};
}
