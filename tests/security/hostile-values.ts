import fc from "fast-check";

/** What a browser must never get back as it is: each would run, or break out of where it stands. */
export const SCRIPTS = [
	"<script>alert(7)</script>",
	'"><svg onload=alert(7)>',
	"'><img src=x onerror=alert(7)>",
	"</title><script>alert(7)</script>",
	"</textarea><script>alert(7)</script>",
	"<iframe srcdoc='<script>alert(7)</script>'>",
] as const;

const TRICKS = [
	...SCRIPTS,
	"javascript:alert(7)",
	"data:text/html,<script>alert(7)</script>",
	"x\r\nX-Injected: yes\r\n\r\n<script>alert(7)</script>",
	"%0d%0aX-Injected:%20yes",
	"../../../../etc/passwd",
	"..%2f..%2f..%2fetc%2fpasswd",
	"....//....//package.json",
	"file:///etc/passwd",
	"\u0000",
	"%00",
	"%",
	"%ff",
	"\ud800",
	"\u202egnp.exe",
	"__proto__",
	"constructor",
	"prototype",
	"toString",
	"hasOwnProperty",
	"' OR 1=1; DROP TABLE areas; --",
	'" UNION SELECT sealed FROM call_backs --',
	"{{7*7}}<%= 7*7 %>#{7*7}",
	"=HYPERLINK(1)",
	"(((((((((((((((((((((((((((((",
	"-1",
	"0",
	"1e309",
	"NaN",
	"99999999999999999999999",
	"null",
	"[object Object]",
	"true",
	"",
	" ",
	"a".repeat(20_000),
	"😀".repeat(3000),
	"demo",
] as const;

/** A text that somebody who wishes us ill might send. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
	{ weight: 5, arbitrary: fc.constantFrom(...TRICKS) },
	{ weight: 2, arbitrary: fc.string({ unit: "binary", maxLength: 60 }) },
	{ weight: 1, arbitrary: fc.tuple(fc.constantFrom(...TRICKS), fc.constantFrom(...TRICKS)).map(([a, b]) => a + b) },
);

/** Names that our forms and addresses know, and some that no form should. */
const NAMES = [
	...["q", "near", "radius_km", "age", "need", "day", "open_now", "free", "language", "access", "mode", "audience"],
	...[
		"page",
		"per_page",
		"sort",
		"area",
		"postcode",
		"text",
		"choice",
		"state",
		"door",
		"word",
		"event",
		"date",
		"time",
	],
	...[
		"name",
		"phone",
		"email",
		"safe",
		"when",
		"who",
		"line",
		"reference",
		"secret",
		"words",
		"reason",
		"item",
		"helped",
	],
	...[
		"accent",
		"heading-level",
		"limit",
		"url",
		"format",
		"token",
		"action",
		"ids",
		"change",
		"hide",
		"expand",
		"modified_after",
	],
	...["__proto__", "constructor", "toString", "constructor[prototype]", "a[b]", "", "q[]"],
] as const;

export const hostileFields: fc.Arbitrary<readonly (readonly [string, string])[]> = fc.array(
	fc.tuple(fc.constantFrom(...NAMES), hostileText),
	{ maxLength: 6 },
);

/** JSON of any shape, with our own names in it and names that spoil a prototype. */
export const hostileJson: fc.Arbitrary<string> = fc.oneof(
	fc
		.letrec<{ value: unknown }>((tie) => ({
			value: fc.oneof(
				{ maxDepth: 3 },
				hostileText,
				fc.constantFrom<unknown>(null, true, 0, -1, 1e308, []),
				fc.array(tie("value"), { maxLength: 3 }),
				fc.dictionary(fc.constantFrom(...NAMES, "input", "kind", "id"), tie("value"), { maxKeys: 5 }),
			),
		}))
		.value.map((value) => JSON.stringify(value) ?? "null"),
	fc.constant(
		'{"__proto__":{"polluted":"yes"},"constructor":{"prototype":{"polluted":"yes"}},"input":{"kind":"text","text":"x","__proto__":{"polluted":"yes"}}}',
	),
	fc.constant(`${"[".repeat(20_000)}`),
	fc.constant(`${'{"a":'.repeat(5000)}1${"}".repeat(5000)}`),
	fc.constant('{"input":{"kind":"text","text":"\\ud800"}}'),
);

/** Headers that a caller may choose. Only what HTTP can carry. */
export const hostileHeaders: fc.Arbitrary<Readonly<Record<string, string>>> = fc.dictionary(
	fc.constantFrom(
		...["accept", "accept-language", "user-agent", "referer", "origin", "x-forwarded-for", "cf-connecting-ip", "host"],
		...["x-request-id", "if-none-match", "if-modified-since", "range", "cookie", "authorization", "sec-fetch-site"],
		...["x-forwarded-host", "x-original-url", "x-http-method-override", "content-type"],
	),
	fc
		.oneof(
			hostileText,
			fc.constantFrom("guide=x", "desk=x", "__Host-desk=x", "bytes=0-1", "null", "*/*;q=9", "same-origin"),
		)
		.map((text) =>
			text
				.replace(/[^\x20-\x7e]/g, "")
				.trim()
				.slice(0, 4000),
		),
	{ maxKeys: 4 },
);
