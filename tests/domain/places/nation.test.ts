import { expect, test } from "vitest";
import { places } from "#content/compiled/places.ts";
import { nationOf, nationOfCode } from "#domain/places/nation.ts";
import { unpackOutcodes } from "#domain/places/outcode-middles.ts";

test.each([
	["W4", "england"],
	["SE1P", "england"],
	["G12", "scotland"],
	["CF10", "wales"],
	["BT1", "northern_ireland"],
	["JE2", "jersey"],
	["GY1", "guernsey"],
	["IM1", "isle_of_man"],
	["CH5", "border"],
	["TD15", "border"],
	["QX1", null],
	["ZZ1", null],
])("%s lies in %s", (outcode, nation) => {
	expect(nationOf(outcode)).toBe(nation);
});

test("no outcode that stands in the list of English ones is taken for another nation's", () => {
	const outcodes = [...unpackOutcodes(places.outcodes).keys()];
	expect(outcodes.length).toBeGreaterThan(2000);
	expect(outcodes.filter((outcode) => !["england", "border"].includes(nationOf(outcode) ?? ""))).toEqual([]);
});

test.each([
	["E09000018", "W4", "england"],
	["S12000033", "AB1", "scotland"],
	["W06000001", "LL1", "wales"],
	["N09000003", "BT1", "northern_ireland"],
	["M99999999", "IM1", "isle_of_man"],
	["L99999999", "JE2", "jersey"],
	["L99999999", "GY1", "guernsey"],
	["", "W4", null],
])("the code %s of %s says %s", (code, postcode, nation) => {
	expect(nationOfCode(code, postcode)).toBe(nation);
});
