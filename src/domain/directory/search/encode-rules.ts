import { RULE_WIDTH } from "#domain/directory/search/sections.ts";
import type { TimetableRule } from "#domain/directory/search/timetable-rule.ts";

/** -1 ("the last") has to fit an unsigned number. */
const LAST = 0xff;

export type EncodedRules = {
	readonly offsets: Uint32Array;
	readonly rules: Uint16Array;
	/** Rule number and day number in turn, in ascending order of rules. */
	readonly exceptions: Uint32Array;
};

/** Timetables of all records as sixteen-bit numbers, those of record r from `offsets[r]` to `offsets[r + 1]`. */
export function encodeRules(timetables: readonly (readonly TimetableRule[])[]): EncodedRules {
	const all = timetables.flat();
	const offsets = new Uint32Array(timetables.length + 1);
	timetables.forEach((rules, record) => {
		offsets[record + 1] = (offsets[record] ?? 0) + rules.length;
	});
	const rules = new Uint16Array(all.length * RULE_WIDTH);
	all.forEach((rule, index) => {
		const day = rule.day === -1 ? LAST : rule.day;
		const nth = rule.nth < 0 ? LAST : rule.nth;
		rules.set(
			[
				rule.repeats | (rule.onHolidays ? 0x100 : 0),
				day,
				nth,
				rule.interval,
				rule.from,
				rule.to,
				rule.opens,
				rule.closes,
			],
			index * RULE_WIDTH,
		);
	});
	return {
		offsets,
		rules,
		exceptions: Uint32Array.from(all.flatMap((rule, index) => rule.exceptions.flatMap((day) => [index, day]))),
	};
}

/** Reads rule number `index` back. */
export function decodeRule(rules: Uint16Array, exceptions: Uint32Array, index: number): TimetableRule {
	const part = (offset: number) => rules[index * RULE_WIDTH + offset] ?? 0;
	const repeats = part(0) & 0xff;
	return {
		repeats: repeats === 1 ? 1 : repeats === 2 ? 2 : repeats === 3 ? 3 : 0,
		day: part(1) === LAST ? -1 : part(1),
		nth: part(2) === LAST ? -1 : part(2),
		interval: part(3),
		from: part(4),
		to: part(5),
		opens: part(6),
		closes: part(7),
		onHolidays: (part(0) & 0x100) !== 0,
		exceptions: exceptionsOf(exceptions, index),
	};
}

const NO_DAYS: readonly number[] = [];

function exceptionsOf(exceptions: Uint32Array, rule: number): readonly number[] {
	if (exceptions.length === 0) return NO_DAYS;
	let low = 0;
	let high = exceptions.length / 2;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((exceptions[middle * 2] ?? 0) < rule) low = middle + 1;
		else high = middle;
	}
	const days: number[] = [];
	for (let at = low; exceptions[at * 2] === rule; at += 1) days.push(exceptions[at * 2 + 1] ?? 0);
	return days;
}
