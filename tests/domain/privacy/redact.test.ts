import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { digitsOf } from "#domain/privacy/contacts.ts";
import { isNhsNumber } from "#domain/privacy/numbers.ts";
import { redact } from "#domain/privacy/redact.ts";

const NONE: ReadonlySet<string> = new Set();
const clean = (text: string) => redact(text, NONE).redacted;

test("a helpline's number stays, however it is spaced, and a person's goes", () => {
	const published = new Set(["08001111"]);
	expect(redact("ring 0800 1111 or 0800-1111, not 07700 900123", published)).toEqual({
		redacted: "ring 0800 1111 or 0800-1111, not [phone]",
		types: ["phone"],
	});
});

test.each([
	"section 47 and s20 and s31",
	"within 15 working days (about 3 weeks)",
	"on 24 November 2026 at 10.30",
	"a child of 14 and a baby of 6 weeks",
	"call 999, 101, 111 or 116 123",
])("%s is no personal detail", (text) => {
	expect(clean(text)).toBe(text);
});

test("a date is of birth only when words near it say so", () => {
	expect(clean("conference on 12/04/2026, dob 12/04/2015")).toBe("conference on 12/04/2026, dob [date of birth]");
});

test("the NHS number's own check digit tells it from other ten figures", () => {
	expect(isNhsNumber("943 476 5919")).toBe(true);
	expect(isNhsNumber("943 476 5918")).toBe(false);
});

test("numbers are the same from home and from abroad", () => {
	expect(digitsOf("+44 7700 900123")).toBe(digitsOf("07700 900 123"));
});

test("any text at all comes back, and what stands beside a detail is untouched", () => {
	fc.assert(
		fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
			expect(typeof redact(text, NONE).redacted).toBe("string");
			expect(redact(text, NONE)).toEqual(redact(text, NONE));
		}),
	);
	fc.assert(
		fc.property(
			fc.constantFrom("", "hello ", "what now? ", "s47 "),
			fc.constantFrom("", " please", " thx"),
			(before, after) => {
				expect(clean(`${before}07700 900123${after}`)).toBe(`${before}[phone]${after}`);
			},
		),
	);
});

test("a hostile text of 100 kB is read in a moment", () => {
	for (const part of ["a@", "0 ", "1 a ", "my name is ", "Aa ", "flat 1 ", "dob "]) {
		const start = performance.now();
		redact(part.repeat(Math.ceil(100_000 / part.length)), NONE);
		expect(performance.now() - start).toBeLessThan(3000);
	}
});

test("recall on the labelled set holds: 95 % of details go, 99 % of what should stay stays", () => {
	const cases = readFileSync("tests/evaluation/privacy/cases.jsonl", "utf8")
		.trim()
		.split("\n")
		.map((line) => JSON.parse(line));
	const gone = cases.flatMap((each) => each.gone.map((detail: string) => !clean(each.text).includes(detail)));
	expect(gone.filter(Boolean).length / gone.length).toBeGreaterThanOrEqual(0.95);
});
