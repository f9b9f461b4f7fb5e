import { type Bits, noBits, setBit } from "#domain/directory/search/bits.ts";
import { decodeRule } from "#domain/directory/search/encode-rules.ts";
import { type Moment, sameMoment } from "#domain/directory/search/moment.ts";
import { RULE_WIDTH } from "#domain/directory/search/sections.ts";
import type { Snapshot } from "#domain/directory/search/snapshot.ts";
import { isOpen } from "#domain/directory/search/timetable.ts";
import { NO_TIME, type TimetableRule } from "#domain/directory/search/timetable-rule.ts";

const DAY = 1440;

/** The timetable of a record. */
export function rulesOf({ ruleOffsets, rules, exceptions }: Snapshot, record: number): readonly TimetableRule[] {
	const found: TimetableRule[] = [];
	for (let rule = ruleOffsets[record] ?? 0; rule < (ruleOffsets[record + 1] ?? 0); rule += 1)
		found.push(decodeRule(rules, exceptions, rule));
	return found;
}

/** The records that are open at a minute. Worked out once a minute and kept, for every question asks it. */
export function openRecords(snapshot: Snapshot, at: Moment): Bits {
	const known = kept.get(snapshot);
	if (known && sameMoment(known.at, at)) return known.bits;
	const bits = noBits(snapshot.size);
	const { ruleOffsets, rules } = snapshot;
	for (let record = 0; record < snapshot.size; record += 1)
		for (let rule = ruleOffsets[record] ?? 0; rule < (ruleOffsets[record + 1] ?? 0); rule += 1) {
			const opens = rules[rule * RULE_WIDTH + 6] ?? NO_TIME;
			const closes = rules[rule * RULE_WIDTH + 7] ?? NO_TIME;
			if (opens === NO_TIME || ((at.minute < opens || at.minute >= closes) && at.minute >= closes - DAY)) continue;
			if (!isOpen([decodeRule(rules, snapshot.exceptions, rule)], at)) continue;
			setBit(bits, record);
			break;
		}
	kept.set(snapshot, { at, bits });
	return bits;
}
const kept = new WeakMap<Snapshot, { readonly at: Moment; readonly bits: Bits }>();
