import fc from "fast-check";
import { expect, test } from "vitest";
import { packRarity, packRows, unpackRarity, unpackRows } from "#domain/answers/packed-index.ts";

const step = 0.5;
const anyRow = fc
	.uniqueArray(fc.tuple(fc.nat({ max: 120 }), fc.integer({ min: -44, max: 44 })), { selector: ([subject]) => subject })
	.map((row) => [...row].sort(([a], [b]) => a - b).map(([subject, steps]) => [subject, steps * step] as const));

test("rows come out of the pack as they went in, but for weights of nothing", () => {
	fc.assert(
		fc.property(fc.array(anyRow), (rows) => {
			const { start, subject, weight } = unpackRows(packRows(rows, step));
			const read = rows.map((_, place) => {
				const [from = 0, to = 0] = [start[place], start[place + 1]];
				return Array.from({ length: to - from }, (_, at) => [subject[from + at], weight[from + at]]);
			});
			expect(read).toEqual(
				rows.map((row) => row.filter(([, value]) => value !== 0).map(([place, value]) => [place, value])),
			);
		}),
	);
});

test("a weight beyond the scale is cut to its end", () => {
	expect([...unpackRows(packRows([[[0, 1000]]], step)).weight]).toEqual([22]);
});

test("rarities keep to an eighth", () => {
	expect([...unpackRarity(packRarity([0, 1.25, 12.75]))]).toEqual([0, 1.25, 12.75]);
});
