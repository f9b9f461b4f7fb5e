import * as fc from "fast-check";
import { expect, test } from "vitest";
import { packOutcodes, unpackOutcodes } from "#domain/places/outcode-middles.ts";

const outcode = fc
	.tuple(fc.constantFrom("A", "AL", "B", "W", "WC"), fc.integer({ min: 0, max: 99 }), fc.constantFrom("", "A", "Y"))
	.map((parts) => parts.join(""));
const thousandths = (min: number, max: number) =>
	fc.integer({ min: min * 1000, max: max * 1000 }).map((value) => value / 1000);
const middle = fc.record({ latitude: thousandths(49, 61), longitude: thousandths(-9, 2) });

test("any middles come out as they went in, whatever their order", () => {
	fc.assert(
		fc.property(fc.array(fc.tuple(outcode, middle)), (entries) => {
			const middles = new Map(entries);
			const packed = packOutcodes(middles);
			expect(new Map(unpackOutcodes(packed))).toEqual(middles);
			expect(packOutcodes(new Map([...middles].toReversed()))).toBe(packed);
		}),
	);
});
