import { describe, expect, test } from "vitest";
import { contentFiles } from "#cli/content-files.ts";
import { checkEightQuestions } from "#content/checks/eight-questions.ts";
import { checkFlows } from "#content/checks/flows.ts";
import { compile } from "#content/compile.ts";
import { readDraft } from "#content/read-draft.ts";
import { Stage } from "#domain/conversation/stage.ts";

/** What the check says of one small flow; `options` are those of its only question before "I am not sure". */
function faults(options: string, more = ""): readonly string[] {
	return said(`
id: start
title: Start
audiences: [parent]
start: what
nodes:
  - id: what
    ask: What is it?
    options:
${options}
      - { id: not-sure, label: I am not sure, next: end }
${more}
  - id: end
    outcome: { title: End, stage: conference }
`);
}

/** The check over flows alone: the answers they name are stood in for by the ids given. */
function said(...flows: readonly string[]): readonly string[] {
	const files = new Map(flows.map((text, index) => [`flows/${index}.yaml`, text]));
	const { draft, problems } = readDraft(files);
	const unread = problems.filter(({ file }) => file.startsWith("content/flows"));
	return [...unread, ...checkFlows(draft)]
		.map(({ message }) => message)
		.filter((message) => !message.includes("which has no page"));
}

test("a sound flow has no faults", () => {
	expect(faults("      - { id: one, label: One, next: end }")).toEqual([]);
});

describe("what is wrong is said", () => {
	test.each([
		["a target that is not there", "{ id: one, label: One, next: nowhere }", /goes to "nowhere", which does not exist/],
		[
			"a target in a flow that is not there",
			"{ id: one, label: One, next: x/y }",
			/goes to "x\/y", which does not exist/,
		],
		["two options with one id", "{ id: not-sure, label: One, next: end }", /Two options .* same id/],
		["a label of nine words", "{ id: one, label: a b c d e f g h i, next: end }", /has 9 words; at most 8/],
		[
			"a last rule with a condition",
			"{ id: one, label: One, next: [{ when: { reader: [parent] }, go: end }] }",
			/must fit always/,
		],
		["a rule hidden by another", "{ id: one, label: One, next: [{ go: end }, { go: end }] }", /which it hides/],
		[
			"a rule on no question",
			"{ id: one, label: One, next: [{ when: { question: gone, is: [a] }, go: end }, { go: end }] }",
			/looks at the question "gone"/,
		],
		[
			"a rule on no option",
			"{ id: one, label: One, next: [{ when: { question: what, is: [gone] }, go: end }, { go: end }] }",
			/waits for "gone"/,
		],
		["a path in a circle", "{ id: one, label: One, next: what }", /runs in a circle/],
	])("%s", (_name, option, expected) => {
		expect(faults(`      - ${option}`).join("\n")).toMatch(expected);
	});

	test("a node that no path leads to, because its rule never fits", () => {
		const option =
			"      - { id: one, label: One, next: [{ when: { reader: [professional] }, go: never }, { go: end }] }";
		const never = "  - id: never\n    outcome: { title: Never, stage: court }";
		expect(faults(option, never)).toEqual([
			'No path leads to "never".',
			'A rule of "what" that goes to "never" fits on no path.',
		]);
	});

	test("a question without a way for who is not sure", () => {
		const one = "      - { id: one, label: One, next: again }";
		const again =
			"  - id: again\n    ask: And?\n    options: [{ id: a, label: A, next: end }, { id: b, label: B, next: end }]";
		expect(faults(one, again)).toEqual(['"again" has no option "not-sure".']);
	});

	test("two nodes with one name", () => {
		expect(
			faults("      - { id: one, label: One, next: end }", "  - id: end\n    outcome: { title: End, stage: court }"),
		).toContain('Two nodes are called "end".');
	});

	test("more than ten options", () => {
		const many = Array.from({ length: 10 }, (_, index) => `      - { id: o${index}, label: One, next: end }`).join(
			"\n",
		);
		expect(faults(many)).toEqual(['"what" has 11 options; at most 10. Ask it in two steps.']);
	});

	test("a seventh question", () => {
		const chain = Array.from(
			{ length: 6 },
			(_, index) =>
				`  - id: q${index}\n    ask: And?\n    options: [{ id: a, label: A, next: ${index < 5 ? `q${index + 1}` : "end"} }, { id: not-sure, label: B, next: end }]`,
		).join("\n");
		expect(faults("      - { id: one, label: One, next: q0 }", chain)).toEqual(["A path has 7 questions; at most 6."]);
	});

	test("an outcome with neither answer nor stage, and ids that are not there", () => {
		const one = "      - { id: one, label: One, next: bare }";
		expect(faults(one, "  - id: bare\n    outcome: { title: Bare }").join("\n")).toMatch(/not right/);
		const named = faults(one, "  - id: bare\n    outcome: { title: B, answer: gone, more: [lost], needs: [none] }");
		expect(named).toEqual([
			'"bare" shows the answer "gone", which does not exist.',
			'"bare" shows the answer "lost", which does not exist.',
			'"bare" names the need "none", which does not exist.',
		]);
	});

	test("no flow to begin with", () => {
		expect(said().join("\n")).toMatch(/No flow has the id "start"/);
	});
});

describe("the flows and stages of the guide", async () => {
	const files = await contentFiles();
	const { content, problems } = compile(files);
	const eight = new Map([...files].filter(([path]) => path.startsWith("eight-questions/")));

	test("are sound", () => {
		expect(problems.filter(({ file }) => /flows|eight-questions|stages/.test(file))).toEqual([]);
	});

	test("a young person who comes to an adults' answer is a fault", () => {
		const changed = new Map(files);
		const young = files.get("flows/young-person.yaml") ?? "";
		changed.set("flows/young-person.yaml", young.replace("answer: yp-talk-choice", "answer: s47-what"));
		expect(compile(changed).problems.map(({ message }) => message)).toContain(
			'a young person can come to "talk", but "s47-what" is not written for them.',
		);
	});

	test.each([
		["a question left out", /\*\*Who is my person\?\*\*\n\n.*\n/, "", /There are 7 questions/],
		[
			"a question in other words",
			"**Who is my person?**",
			"**Who do I know?**",
			/stands where .* asks "Who is my person\?"/,
		],
		[
			"a question with no answer",
			/\*\*Who is my person\?\*\*\n\n.*\n/,
			"**Who is my person?**\n",
			/"Who is my person\?" is answered by one paragraph/,
		],
		["a long answer", "Ring your social worker", "One. Two. Ring your social worker", /2 sentences at most/],
	])("of the eight questions, %s is a fault", (_name, from, to, expected) => {
		const path = "eight-questions/parents/review.md";
		const changed = new Map(eight).set(path, (files.get(path) ?? "").replace(from, to));
		const said = checkEightQuestions(readDraft(changed).draft).map(({ message }) => message);
		expect(said.join("\n")).toMatch(expected);
	});

	test("a stage without its eight questions is a fault", () => {
		const changed = new Map(eight);
		changed.delete("eight-questions/young-people/court.md");
		expect(checkEightQuestions(readDraft(changed).draft).map(({ file }) => file)).toEqual([
			"content/eight-questions/young-people/court.md",
		]);
	});

	test.each(Stage.options)("the stage %s is a step of some path for parents and for young people", (stage) => {
		const reached = (file: string) =>
			content.flows.filter(({ id }) => (id === "young-person") === (file === "young-person"));
		for (const side of ["adult", "young-person"])
			expect(
				reached(side).some(({ nodes }) => nodes.some((node) => "outcome" in node && node.outcome.stage === stage)),
			).toBe(true);
	});
});
