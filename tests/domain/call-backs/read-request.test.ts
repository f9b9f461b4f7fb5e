import fc from "fast-check";
import { expect, test } from "vitest";
import { createPhoneNumbers } from "#adapters/phone-numbers.ts";
import { phonePlans } from "#content/compiled/phone-plans.ts";
import { CallBackRequest } from "#domain/call-backs/call-back.ts";
import { readRequest } from "#domain/call-backs/read-request.ts";

const known = (id: string) => id === "conference";
const read = (fields: object) =>
	readRequest(
		CallBackRequest.parse({ name: "Sam", phone: "07700 900123", who: "parent", ...fields }),
		createPhoneNumbers(phonePlans).read,
		known,
	);
const problems = (fields: object) => {
	const answer = read(fields);
	return answer.ok ? [] : answer.wrong.map(({ problem }) => problem);
};

test.each([
	[{ name: "   " }, ["name_missing"]],
	[{ name: "x".repeat(61) }, ["name_long"]],
	[{ phone: "" }, ["contact_missing"]],
	[{ phone: "0770090" }, ["phone_wrong"]],
	[{ phone: "ring me" }, ["phone_wrong"]],
	[{ phone: "0906 123 4567" }, ["phone_costly"]],
	[{ phone: "070 1234 5678" }, ["phone_costly"]],
	[{ email: "not an address" }, ["email_wrong"]],
	[{ safe: { ring: false, text: false, message: true } }, ["safe_missing"]],
	[{ line: "x".repeat(201) }, ["line_long"]],
	[{ when: "x".repeat(101) }, ["when_long"]],
	[{ language: "x".repeat(41) }, ["language_long"]],
	[{ about: ["a story of my own"] }, ["about_unknown"]],
	[{ name: "", phone: "1", email: "x" }, ["name_missing", "phone_wrong", "email_wrong"]],
])("%j is told as %j", (fields, expected) => {
	expect(problems(fields)).toEqual(expected);
});

test.each([
	"07700 900123",
	"01632 960100",
	"(020) 7946 0123",
	"+44 7700 900 123",
	"0044 7700 900123",
	"+353 1 222 2222",
])("%s is a number that can be rung", (phone) => {
	expect(problems({ phone })).toEqual([]);
});

test("two hundred characters are counted as people see them, and signs that do not print are taken out", () => {
	expect(problems({ line: "😀".repeat(200) })).toEqual([]);
	const answer = read({ name: "Sa\u0000m\r\nBcc: x\u202E" });
	expect(answer.ok && answer.details.name).toBe("Sa m Bcc: x");
});

test("any text in any field is answered, never a fault", () => {
	fc.assert(
		fc.property(fc.string({ unit: "binary", maxLength: 400 }), fc.string({ maxLength: 60 }), (text, other) => {
			const answer = read({ name: text, phone: other, email: text, line: text, when: other, language: other });
			expect(typeof answer.ok).toBe("boolean");
		}),
	);
});
