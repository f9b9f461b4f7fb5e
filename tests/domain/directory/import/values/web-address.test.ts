import * as fc from "fast-check";
import { expect, test } from "vitest";
import { mendWebAddress, pageOf } from "#domain/directory/import/values/web-address.ts";

const mended: readonly (readonly [string, string])[] = [
	["www.a.example.org", "https://www.a.example.org"],
	["a.example.org/help", "https://a.example.org/help"],
	["http//a.example.org", "http://a.example.org"],
	["htp://a.example.org", "http://a.example.org"],
	["https:/a.example.org", "https://a.example.org"],
	["http://https://a.example.org/x", "https://a.example.org/x"],
	["https:// a.example.org", "https://a.example.org"],
	["https://a.example.org/?a=1&amp;b=2", "https://a.example.org/?a=1&b=2"],
	["https://a.example.org/caf\u00e9", "https://a.example.org/caf%C3%A9"],
	["Facebook: https://b.example.org/us", "https://b.example.org/us"],
];
test.each(mended)("%s is mended to %s", (text, address) => {
	expect(mendWebAddress(text)).toEqual({ value: address, rule: "web address mended" });
});

test.each(["https://a.example.org", "http://a.example.org/X?y=z#w", "https://example.org/harbour"])(
	"%s stays letter by letter",
	(text) => {
		expect(mendWebAddress(text)).toEqual({ value: text });
	},
);

test.each(["http://www.example.com", "http://example.com", "https://example.org/"])("%s is a placeholder", (text) => {
	expect(mendWebAddress(text)).toEqual({ rule: "placeholder web address left out" });
});

test.each([
	"javascript:alert(1)",
	"data:text/html,x",
	"ftp://a.example.org",
	"jo@a.example.org",
	"@handle",
	"none yet",
	"http://localhost/x",
	"https://10.0.0.1/",
	"https://jo:pw@a.example.org",
])("%s is nothing to follow", (text) => {
	expect(mendWebAddress(text)).toEqual({ rule: "not a web address, left out" });
});

test("an address that came out is http or https, well formed, and stays as it is", () => {
	fc.assert(
		fc.property(
			fc.oneof(
				fc.webUrl({ withQueryParameters: true }),
				fc.string(),
				fc.webUrl().map((url) => url.slice(5)),
			),
			(text) => {
				const { value } = mendWebAddress(text);
				if (value === undefined) return;
				expect(value).toMatch(/^https?:\/\/[!-~]+$/);
				expect(mendWebAddress(value)).toEqual({ value });
			},
		),
		{ numRuns: 1000 },
	);
});

test("one page under several spellings is one page", () => {
	expect(pageOf("https://www.A.example.org/")).toBe(pageOf("http://a.example.org?utm=1"));
});
