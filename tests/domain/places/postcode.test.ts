import fc from "fast-check";
import { expect, test } from "vitest";
import { parsePostcode } from "#domain/places/postcode.ts";

test.each([
	["SK9 1AB", { outcode: "SK9", sector: "SK9 1", unit: "SK9 1AB" }],
	["sk91ab", { outcode: "SK9", sector: "SK9 1", unit: "SK9 1AB" }],
	["SK9 1", { outcode: "SK9", sector: "SK9 1" }],
	[" m1  1 ", { outcode: "M1", sector: "M1 1" }],
	["sk9-1ab.", { outcode: "SK9", sector: "SK9 1", unit: "SK9 1AB" }],
	["SK9,1", { outcode: "SK9", sector: "SK9 1" }],
	["W1A 1", { outcode: "W1A", sector: "W1A 1" }],
	["SK91", { outcode: "SK91" }],
	["W1A", { outcode: "W1A" }],
] as const)("%s is read as it was meant", (text, meant) => {
	expect(parsePostcode(text)).toEqual(meant);
});

test.each(["", "SK", "SK9 1A", "9 1AB", "SK9 1ABC", "Wilmslow"])("%s is no postcode", (text) => {
	expect(parsePostcode(text)).toBeNull();
});

const outcode = fc.stringMatching(/^[A-Z]{1,2}\d[A-Z\d]?$/);
const digit = fc.stringMatching(/^\d$/);

test("the sector that is read from a postcode is read again as the same sector", () => {
	fc.assert(
		fc.property(outcode, digit, fc.stringMatching(/^[A-Z]{2}$/), (out, number, letters) => {
			const sector = parsePostcode(`${out} ${number}${letters}`)?.sector;
			expect(sector).toBe(`${out} ${number}`);
			expect(parsePostcode(sector ?? "")).toEqual({ outcode: out, sector });
		}),
	);
});
