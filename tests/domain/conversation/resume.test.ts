import { expect, test } from "vitest";
import { resume } from "#domain/conversation/resume.ts";
import { SMALL } from "#tests/domain/conversation/small-flows.ts";

/** Where a walk stands, short enough to compare: "question what", "outcome adult", "invalid 1". */
function place(...chosen: string[]): string {
	const here = resume(SMALL, "start", chosen);
	if (here.kind === "invalid") return `invalid ${here.at}`;
	return here.kind === "question"
		? `question ${here.flow}/${here.question.id}`
		: `outcome ${here.flow}/${here.outcome.id}`;
}

test.each([
	["nothing chosen stands at the first question", [], "question start/who"],
	["one option leads to the next question", ["parent"], "question start/what"],
	["a target of another flow goes there", ["parent", "meeting"], "question other/when"],
	["a rule looks at the reader", ["young-person", "visit"], "outcome start/young"],
	["where no rule fits, the last leads on", ["parent", "visit"], "outcome start/adult"],
	["a reader who has not said fits no rule for one", ["not-sure", "visit"], "outcome start/adult"],
	["a rule looks at a question of another flow", ["not-sure", "meeting", "soon"], "outcome other/ask-us"],
	["and leaves other answers to the last rule", ["parent", "meeting", "soon"], "outcome other/soon"],
	["an option that is not offered is named by its place", ["parent", "nonsense"], "invalid 1"],
	["nothing can be chosen at an outcome", ["hurt", "parent"], "invalid 1"],
])("%s", (_name, chosen, expected) => {
	expect(place(...chosen)).toBe(expected);
});

test("a flow that is not there is invalid from the start", () => {
	expect(resume(SMALL, "nowhere", [])).toEqual({ kind: "invalid", at: 0 });
	expect(resume(SMALL, "nowhere", ["parent"])).toEqual({ kind: "invalid", at: 0 });
});

test("a standing tells the options taken, so that what they teach can be learnt", () => {
	const here = resume(SMALL, "start", ["parent", "meeting"]);
	expect(here.kind === "invalid" ? [] : here.taken.map(({ id, audience, stage }) => [id, audience, stage])).toEqual([
		["parent", "parent", undefined],
		["meeting", undefined, "conference"],
	]);
});
