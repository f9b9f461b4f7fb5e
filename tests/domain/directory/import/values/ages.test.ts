import * as fc from "fast-check";
import { expect, test } from "vitest";
import { mendAge, mendAgeRange } from "#domain/directory/import/values/age.ts";
import { agesInText } from "#domain/directory/import/values/age-text.ts";

test.each([
	["6 years - 14 years", 6, 14],
	["4 to 18", 4, 18],
	["Ages 8–13", 8, 13],
	["between 5 and 11", 5, 11],
	["3-5 year olds", 3, 5],
	["0 - 5 years old", 0, 5],
	["2 year olds", 2, 2],
	["11+", 11, undefined],
	["From 5 years upwards", 5, undefined],
	["18 and over", 18, undefined],
	["Adults (18+)", 18, undefined],
	["over 60s", 60, undefined],
	["under 5s", undefined, 4],
	["Up to 25", undefined, 25],
	["16 and under", undefined, 16],
	["Birth to 5", 0, 5],
	["0-18 months", 0, 1.5],
	["6 months to 4 years", 0.5, 4],
	["0-4, 5-11", 0, 11],
])("%s is %s to %s", (text, minimum_age, maximum_age) => {
	expect(agesInText(text)).toEqual({
		...(minimum_age === undefined ? {} : { minimum_age }),
		...(maximum_age === undefined ? {} : { maximum_age }),
	});
});

test("all ages are no limit", () => {
	expect(agesInText("All ages")).toEqual({});
});

test.each([
	"18",
	"5, 6 and 7",
	"primary school",
	"11 to 18 (up to 25 with SEND)",
	"0-4, 16-18",
	"14 to 6",
	"Parents of children under 5 who live here",
	"room 4-5 and 6",
])("%s is not certain, so it says nothing", (text) => {
	expect(agesInText(text)).toBeNull();
});

test("ages read from words are sane", () => {
	fc.assert(
		fc.property(
			fc.string({
				unit: fc.constantFrom(
					..."0123456789".split(""),
					" to ",
					"-",
					"+",
					" years",
					" under ",
					"over ",
					" months",
					",",
				),
			}),
			(text) => {
				const ages = agesInText(text);
				for (const age of [ages?.minimum_age, ages?.maximum_age])
					if (age !== undefined) expect(age >= 0 && age <= 120).toBe(true);
				expect(ages?.minimum_age ?? 0).toBeLessThanOrEqual(ages?.maximum_age ?? 120);
			},
		),
		{ numRuns: 2000 },
	);
});

test.each([
	["12", 12],
	["18 months", 1.5],
	["-1", undefined],
	["999", undefined],
	["ten", undefined],
])("the age %s is %s", (text, age) => {
	expect(mendAge(text).value).toBe(age);
});

test("two ages that cannot be true together are put right or left out, and said", () => {
	expect(mendAgeRange({ minimum_age: 18, maximum_age: 5 }).ages).toEqual({ minimum_age: 5, maximum_age: 18 });
	expect(mendAgeRange({ minimum_age: 5, maximum_age: 0 }).ages).toEqual({ minimum_age: 5 });
	expect(mendAgeRange({ minimum_age: 0, maximum_age: 0 })).toEqual({ ages: {}, rule: "ages 0 to 0 left out" });
	expect(mendAgeRange({ minimum_age: 0, maximum_age: 5 })).toEqual({ ages: { minimum_age: 0, maximum_age: 5 } });
});
