import { expect, test } from "vitest";
import { isAllowed, licences } from "#cli/licences.ts";

test("what runs for families has a licence that allows it, each package of it", async () => {
	const production = (await licences()).filter((one) => one.production);
	expect(production.map(({ name }) => name)).toEqual(expect.arrayContaining(["hono", "zod", "drizzle-orm", "jose"]));
	expect(production.filter(({ licence }) => !isAllowed(licence))).toEqual([]);
});

test.each([
	["MIT", true],
	["(MIT OR GPL-3.0)", true],
	["MIT AND Apache-2.0", true],
	["MIT AND GPL-3.0", false],
	["GPL-3.0-only", false],
	["LGPL-3.0", false],
	["SEE LICENSE IN x", false],
	[null, false],
])("%s is allowed: %s", (licence, allowed) => {
	expect(isAllowed(licence)).toBe(allowed);
});
