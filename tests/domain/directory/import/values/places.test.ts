import { expect, test } from "vitest";
import { mendPoint } from "#domain/directory/import/values/coordinates.ts";
import { mendCountry } from "#domain/directory/import/values/country.ts";
import { mendPostcode } from "#domain/directory/import/values/postcode.ts";

test.each([
	["zz11aa", "ZZ1 1AA"],
	["ZZ1  1AA.", "ZZ1 1AA"],
	["ZZ1 IAA", "ZZ1 1AA"],
	["ZZ1 OAA", "ZZ1 0AA"],
	["sw1a1aa", "SW1A 1AA"],
	["ZZ1", "ZZ1"],
])("the postcode %s is %s", (text, postcode) => {
	expect(mendPostcode(text)).toEqual(
		text === postcode ? { value: postcode } : { value: postcode, rule: "postcode mended" },
	);
});

test.each(["Various", "12345", "ABC 1234", "London"])("%s is no postcode", (text) => {
	expect(mendPostcode(text).value).toBeUndefined();
});

test("a point is put right, or left out where it is nowhere near", () => {
	expect(mendPoint(52.7, -1.1)).toEqual({ point: { latitude: 52.7, longitude: -1.1 } });
	expect(mendPoint(-1.1, 52.7).point).toEqual({ latitude: 52.7, longitude: -1.1 });
	expect(mendPoint(0, 0)).toEqual({ rule: "coordinates outside the United Kingdom left out" });
	expect(mendPoint(52.7, undefined)).toEqual({ rule: "half of a coordinate left out" });
	expect(mendPoint(undefined, undefined)).toEqual({});
});

test("the United Kingdom is GB, other countries keep their name", () => {
	expect(mendCountry("United Kingdom").value).toBe("GB");
	expect(mendCountry("US")).toEqual({ value: "US" });
});
