import * as fc from "fast-check";
import { expect, test } from "vitest";
import { mendPhones } from "#domain/directory/import/values/phone-numbers.ts";

const read: readonly (readonly [string, unknown])[] = [
	["01632 960001", [{ number: "01632 960001" }]],
	["Youth line: 01632 960001", [{ number: "01632 960001", description: "Youth line" }]],
	["01632 960001 / 07700 900001", [{ number: "01632 960001" }, { number: "07700 900001" }]],
	[
		"01632 960001 or 01632 960002 (out of hours)",
		[{ number: "01632 960001" }, { number: "01632 960002", description: "out of hours" }],
	],
	[
		"01632 960001 (office) 07700 900001",
		[{ number: "01632 960001", description: "office" }, { number: "07700 900001" }],
	],
	["01632 960001 01632 960002", [{ number: "01632 960001" }, { number: "01632 960002" }]],
	["01632 960001 ext. 45", [{ number: "01632 960001", extension: 45 }]],
	["01632960001x12", [{ number: "01632960001", extension: 12 }]],
	["Tel: 01632 960001 (Mon-Fri 9.00-17.00)", [{ number: "01632 960001", description: "Mon-Fri 9.00-17.00" }]],
	["+44 (0)1632 960001", [{ number: "+44 1632 960001" }]],
	["0044 1632 960001", [{ number: "+44 1632 960001" }]],
	["(01632) 960001", [{ number: "01632 960001" }]],
	['"+44 1632 960001"', [{ number: "+44 1632 960001" }]],
	["7700900001", [{ number: "07700900001" }]],
	["Call 101 or 999", [{ number: "101" }, { number: "999" }]],
	["116 123", [{ number: "116 123" }]],
	["01632 960001/2", [{ number: "01632 960001", description: "/2" }]],
];

test.each(read)("%s is read in its parts", (text, phones) => {
	expect(mendPhones(text).value).toEqual(phones);
});

test.each(["00000000000", "0000 000 0000", "01234567890", "01234 567890", "07777777777", "000"])(
	"%s rings nowhere and is left out",
	(text) => {
		expect(mendPhones(text)).toEqual({ rule: "placeholder phone number left out" });
	},
);

test.each(["See website", "4.41632E+11", "Mon 9.00-17.00", ""])("%j holds no number", (text) => {
	expect(mendPhones(text).value).toBeUndefined();
	expect(mendPhones(text).rule).toBeDefined();
});

test("a number that came out stays as it is", () => {
	fc.assert(
		fc.property(
			fc.string({ unit: fc.constantFrom(..."0123456789 ()+-/.x,; abcext".split("")), maxLength: 60 }),
			(text) => {
				for (const phone of mendPhones(text).value ?? [])
					expect(mendPhones(phone.number).value).toEqual([{ number: phone.number }]);
			},
		),
		{ numRuns: 2000 },
	);
});
