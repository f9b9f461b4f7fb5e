import { describe, expect, test } from "vitest";
import { compile } from "#content/compile.ts";
import { ANSWER, changed, lineOf, PAGE, STAGE, said, saidOfSound } from "#tests/content/small-content.ts";

test("sound content has no problems", () => {
	expect(saidOfSound()).toEqual([]);
});

describe("a mistake in a file is told with its file, its line and a sentence", () => {
	test("a misspelt key", () => {
		expect(said(changed(ANSWER, "audiences: [parent, family]", "audience: [parent, family]"))).toEqual([
			`content/${ANSWER}:2  "audiences" is missing.`,
			`content/${ANSWER}:${lineOf(ANSWER, "audiences:")}  "audience" is not a key we know in this file. Is it misspelt?`,
		]);
	});
	test("a misspelt key inside a list", () => {
		const at = lineOf("glossary.yaml", "  - { id: care-order");
		expect(said(changed("glossary.yaml", "meaning: A court order.", "meanng: A court order."))).toEqual(
			expect.arrayContaining([
				`content/glossary.yaml:${at}  "meanng" is not a key we know in terms › 1. Is it misspelt?`,
			]),
		);
	});
	test("a value that is not one of the allowed", () => {
		expect(said(changed("facts.yaml", "strength: may", "strength: might"))).toEqual([
			`content/facts.yaml:${lineOf("facts.yaml", "strength: may")}  "facts › 2 › strength" must be one of: must, should, may, usual, fact.`,
		]);
	});
	test("a date that is none", () => {
		const [problem = ""] = said(changed(PAGE, "review_by: 2027-05-21", "review_by: 21 May 2027"));
		expect(problem).toContain(`content/${PAGE}:${lineOf(PAGE, "review_by")}  "review_by" is not right`);
	});
	test("YAML that cannot be read, at the line where it breaks", () => {
		const [problem = ""] = said(changed(PAGE, "audience: everyone", 'audience: "everyone'));
		expect(problem).toMatch(new RegExp(`^content/${PAGE}:\\d+  This is not valid YAML: `));
		const [tabbed = ""] = said(changed("needs.yaml", "needs: []", "needs:\n\t- id: x"));
		expect(tabbed).toContain("content/needs.yaml:2  This is not valid YAML");
	});
	test("no front matter", () => {
		expect(said({ [PAGE]: "It says what comes next.\n" })).toEqual([
			`content/${PAGE}:1  The file must begin with front matter between two lines of ---.`,
		]);
	});
	test("what a body cannot hold, at its own line", () => {
		const files = changed(PAGE, "It says what comes next.\n", "It says what comes next.\n\n# Big\n");
		expect(said(files)).toEqual([
			`content/${PAGE}:${lineOf(PAGE, "It says") + 2}  A heading cannot be shown here. Use paragraphs, **headings** on their own line, lists and links.`,
		]);
	});
	test("a link that is not https", () => {
		const [problem = ""] = said(changed(PAGE, "comes next", "[comes](http://example.org) next"));
		expect(problem).toContain('The link to "http://example.org" cannot be shown here.');
	});
	test("a file that is not there", () => {
		const { problems } = compile(new Map());
		expect(problems).toContainEqual({ file: "content/facts.yaml", line: 1, message: "This file is missing." });
	});
});

test("a broken file does not hide what is wrong with the others", () => {
	const files = {
		...changed(PAGE, "summary: What it is.", "sumary: What it is."),
		...changed(STAGE, "This is a hard time.", "We will liaise."),
	};
	expect(said(files).map((line) => line.split(":")[0])).toEqual(
		expect.arrayContaining([`content/${PAGE}`, `content/${STAGE}`]),
	);
});

test("Windows line ends change no line number", () => {
	const [path = "", text = ""] = Object.entries(changed(ANSWER, "topics: [s47_what]", "topics: [s47_waht]"))[0] ?? [];
	expect(said({ [path]: text.replaceAll("\n", "\r\n") })).toEqual(said({ [path]: text }));
});
