import { expect, test } from "vitest";
import { htmlToText } from "#domain/directory/import/text/html-text.ts";

const cases: readonly (readonly [string, string, string])[] = [
	["paragraphs part", "<p>One</p>\n<p>Two</p>", "One\n\nTwo"],
	["line breaks stay", "One<br>Two<br/>Three", "One\nTwo\nThree"],
	["source line ends inside elements are spaces", "<p>One\n   two</p>", "One two"],
	["line ends of plain text with a stray element stay", "One\nTwo <b>bold</b>", "One\nTwo bold"],
	[
		"lists get marks",
		"<p>We do</p><ul><li>play</li><li><p>food</p></li></ul><p>Come</p>",
		"We do\n\n- play\n- food\n\nCome",
	],
	["numbered lists count", "<ol><li>ring</li><li>come</li></ol>", "1. ring\n2. come"],
	["unclosed items work", "<ul><li>a<li>b</ul>", "- a\n- b"],
	[
		"links keep words and address",
		'<a href="https://a.example.org/x">Book here</a>',
		"Book here (https://a.example.org/x)",
	],
	[
		"links that show their address say it once",
		'<a href="https://www.a.example.org/">a.example.org</a>',
		"a.example.org",
	],
	["mail links lose their prefix", "<a href='mailto:jo@a.example.org?subject=x'>Write</a>", "Write (jo@a.example.org)"],
	["script addresses are dropped", '<a href="javascript:alert(1)">Click</a>', "Click"],
	["scripts and styles vanish", "A<script>alert('<p>')</script><style>p{}</style>B", "AB"],
	["a script that never ends takes the rest", "A<script>alert(1)", "A"],
	["event handlers vanish with their element", '<img src=x onerror="alert(1)">Hello', "Hello"],
	["pictures give their description", '<img alt="Map of the hall" src="x">', "Map of the hall"],
	["comments vanish", "A<!-- <b>secret</b> -->B<!DOCTYPE html>", "AB"],
	[
		"entities become characters",
		"Tea &amp; cake &pound;1 &#8211; it&rsquo;s &#x1F600; &nope;",
		"Tea & cake £1 – it’s 😀 &nope;",
	],
	["word processors' elements vanish", "<o:p></o:p>Hi<st1:place>Leek</st1:place>", "HiLeek"],
	[
		"cells part",
		"<table><tr><td>Mon</td><td>9am</td></tr><tr><td>Tue</td><td>10am</td></tr></table>",
		"Mon 9am \nTue 10am ",
	],
	[
		"a quoted > does not end an element",
		'<a title="a > b" href="https://a.example.org">x</a>',
		"x (https://a.example.org)",
	],
];

test.each(cases)("%s", (_promise, html, text) => {
	expect(htmlToText(html)).toBe(text);
});

test.each(["I <3 you", "5 < 6 > 2", "Write to <jo@a.example.org>", "R&D and AT&T", "<heart>"])(
	"%s is no markup and stays",
	(text) => {
		expect(htmlToText(text)).toBe(text);
	},
);

test("a megabyte of broken markup is read in under two seconds", () => {
	for (const piece of ["<a href='", "<", "<svg ", "<li>", "&amp;", "<b ='>", "<!--"]) {
		const started = process.cpuUsage();
		htmlToText(piece.repeat(Math.ceil(1_000_000 / piece.length)));
		const { user, system } = process.cpuUsage(started);
		expect((user + system) / 1000).toBeLessThan(2000);
	}
});
