import { expect, test } from "vitest";
import { mendEmail, mendEmails } from "#domain/directory/import/values/email-address.ts";

const read: readonly (readonly [string, string])[] = [
	["jo@a.example.org", "jo@a.example.org"],
	["mailto:jo@a.example.org", "jo@a.example.org"],
	["Jo Day <jo@a.example.org>", "jo@a.example.org"],
	["jo at a.example.org", "jo@a.example.org"],
	["jo [at] a.example.org.", "jo@a.example.org"],
	["contact0@example.org", "contact0@example.org"],
	["tests.team@council.example.org", "tests.team@council.example.org"],
];
test.each(read)("%s is %s", (text, email) => {
	expect(mendEmail(text).value).toBe(email);
});

test.each([
	"test@example.com",
	"Unknown-1777470903@noemail.invalid",
	"noreply@a.example.org",
	"do-not-reply@a.example.org",
	"email@email.com",
	"none@none.com",
	"x@localhost.invalid",
	"example@example.org",
])("%s reaches nobody and is left out", (text) => {
	expect(mendEmail(text)).toEqual({ rule: "placeholder e-mail left out" });
});

test.each(["see website", "https://a.example.org", "jo@nowhere", "@handle"])("%s is no e-mail address", (text) => {
	expect(mendEmail(text)).toEqual({ rule: "not an e-mail address, left out" });
});

test("several addresses are all kept, in their order", () => {
	expect(mendEmails("jo@a.example.org; sam@b.example.org, test@example.com").value).toEqual([
		"jo@a.example.org",
		"sam@b.example.org",
	]);
});
