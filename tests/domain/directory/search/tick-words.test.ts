import * as fc from "fast-check";
import { expect, test } from "vitest";
import { countTicks, encodeTicks, tickMask, ticksOf, tickWidth } from "#domain/directory/search/tick-words.ts";

const VALUES = 70;
const rows = fc.array(fc.uniqueArray(fc.nat(VALUES - 1), { maxLength: 20 }), { minLength: 1, maxLength: 60 });

test("ticks come back in order", () => {
	fc.assert(
		fc.property(rows, (ticks) => {
			const words = { width: tickWidth(VALUES), words: encodeTicks(ticks, VALUES) };
			ticks.forEach((row, record) => {
				expect(ticksOf(words, record)).toEqual([...row].sort((a, b) => a - b));
			});
		}),
	);
});

test("counting side by side gives what counting one by one gives", () => {
	fc.assert(
		fc.property(
			rows,
			fc.array(fc.nat(), { maxLength: 200 }),
			fc.uniqueArray(fc.nat(VALUES - 1)),
			(ticks, picks, wanted) => {
				const words = { width: tickWidth(VALUES), words: encodeTicks(ticks, VALUES) };
				const records = Uint16Array.from(picks, (pick) => pick % ticks.length);
				const counts = new Uint32Array(words.width * 32);
				countTicks(words, records, records.length, tickMask(wanted, words.width), counts);
				const expected = new Uint32Array(words.width * 32);
				for (const record of records)
					for (const value of ticks[record] ?? [])
						if (wanted.includes(value)) expected[value] = (expected[value] ?? 0) + 1;
				expect([...counts]).toEqual([...expected]);
			},
		),
	);
});
