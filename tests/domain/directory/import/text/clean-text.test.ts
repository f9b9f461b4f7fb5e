import * as fc from "fast-check";
import { expect, test } from "vitest";
import { cleanText } from "#domain/directory/import/text/clean-text.ts";
import { markdownToText } from "#domain/directory/import/text/markdown-text.ts";

const markdown: readonly (readonly [string, string])[] = [
	["**Bold** and __strong__ and _soft_", "Bold and strong and soft"],
	["## When\n#Access information\n#familyhub", "When\nAccess information\n#familyhub"],
	["*   tea\n* cake", "- tea\n- cake"],
	['[Book](https://a.example.org/x_y_z "Go") now', "Book (https://a.example.org/x_y_z) now"],
	["[**jo@a.example.org**](mailto:jo@a.example.org)", "jo@a.example.org"],
	["call **01632 960001 or email **jo@a.example.org****", "call 01632 960001 or email jo@a.example.org"],
	["snake_case_name, 2 * 3 * 4, a_b", "snake_case_name, 2 * 3 * 4, a_b"],
];

test.each(markdown)("Markdown %j reads %j", (source, text) => {
	expect(markdownToText(source)).toBe(text);
});

test("each change is reported by its own rule, white space is not", () => {
	const { text, steps } = cleanText("  <p>It&rsquo;s   **free**</p> \r\n\r\n\r\n donâ€™t pay\u0007 ");
	expect(text).toBe("It’s free\n\ndon’t pay");
	expect(steps.map((step) => step.rule)).toEqual([
		"HTML turned into plain text",
		"garbled characters mended",
		"control characters removed",
		"Markdown turned into plain text",
	]);
	expect(cleanText(" tea \t and\u00a0cake ").steps).toEqual([]);
});

test("markup that was escaped, even twice, does not come out as markup", () => {
	expect(cleanText("&lt;p&gt;Hi &amp;lt;script&amp;gt;alert(1)&amp;lt;/script&amp;gt; there&lt;/p&gt;").text).toBe(
		"Hi there",
	);
});

test("filters that wrap links in mail are taken off", () => {
	const wrapped =
		"https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fa.example.org%2Fit%2F&data=04%7Cjo%40b.example.org";
	expect(cleanText(`[courses](${wrapped})`).text).toBe("courses (https://a.example.org/it/)");
});

const anyMarkup = fc
	.array(
		fc.oneof(
			fc.string({ unit: "binary" }),
			fc.constantFrom(
				"<p>",
				"</p>",
				"<li>",
				"&amp;",
				"&lt;b&gt;",
				"â€™",
				"Â£",
				"**",
				"[a](http://b.c)",
				"\n# X y",
				"<a href='x'>",
				"<!--",
				"\u0000",
				"_",
			),
		),
	)
	.map((parts) => parts.join(""));

test("cleaning what is clean changes nothing, and never leaves a control character or an unpaired half", () => {
	fc.assert(
		fc.property(anyMarkup, (source) => {
			const { text } = cleanText(source);
			expect(cleanText(text)).toEqual({ text, steps: [] });
			expect(text.isWellFormed()).toBe(true);
			expect(/[\p{Cc}--\n]/v.test(text)).toBe(false);
		}),
		{ numRuns: 500 },
	);
});
