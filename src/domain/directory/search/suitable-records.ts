import type { AgeSpan } from "#domain/directory/search/ages.ts";
import { type Bits, noBits, setBit } from "#domain/directory/search/bits.ts";
import { FLAG } from "#domain/directory/search/sections.ts";
import type { Snapshot } from "#domain/directory/search/snapshot.ts";

/** Ages asked for are few and come again; more than this many at once are not kept. */
const MOST_KEPT = 32;

/** The records that may suit a child: the rule of `suits` in `ages.ts`, over the snapshot's columns. */
export function suitableRecords(snapshot: Snapshot, child: AgeSpan): Bits {
	const known = kept.get(snapshot) ?? new Map<number, Bits>();
	kept.set(snapshot, known);
	const key = child.from * 4096 + child.to - child.from;
	const ready = known.get(key);
	if (ready) return ready;
	const records = noBits(snapshot.size);
	const { ages, flags } = snapshot;
	for (let record = 0; record < snapshot.size; record += 1) {
		const flag = flags[record] ?? 0;
		const suits =
			(flag & FLAG.agesGiven) === 0 ||
			(child.to <= 0
				? (flag & FLAG.unborn) !== 0
				: child.from < (ages[record * 2 + 1] ?? 0) && child.to > (ages[record * 2] ?? 0));
		if (suits) setBit(records, record);
	}
	if (known.size >= MOST_KEPT) known.clear();
	known.set(key, records);
	return records;
}
const kept = new WeakMap<Snapshot, Map<number, Bits>>();
