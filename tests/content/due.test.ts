import { expect, test } from "vitest";
import { main as due } from "#cli/due.ts";
import { dueBy } from "#content/due.ts";
import { readDraft } from "#content/read-draft.ts";
import { changed, PAGE } from "#tests/content/small-content.ts";

function dueIn(files: Readonly<Record<string, string>>, day: string) {
	return dueBy(readDraft(new Map(Object.entries(files))).draft, day);
}

test("a text is due on the day it is to be looked at again, and not the day before", () => {
	const files = changed(PAGE, "review_by: 2027-05-21", "review_by: 2027-01-10");
	expect(dueIn(files, "2027-01-09")).toEqual([]);
	expect(dueIn(files, "2027-01-10")).toEqual([{ by: "2027-01-10", file: `content/${PAGE}`, what: "About this guide" }]);
});

test("a helpline is due six months after it was checked, on the last day of a shorter month", () => {
	const files = changed("helplines.yaml", 'checked: "2026-11-22"', 'checked: "2026-08-31"');
	expect(dueIn(files, "2027-02-27")).toEqual([]);
	expect(dueIn(files, "2027-02-28")).toEqual([
		{ by: "2027-02-28", file: "content/helplines.yaml", what: "helpline Family Rights Group" },
	]);
});

test("what is due sooner comes first", () => {
	const files = {
		...changed(PAGE, "review_by: 2027-05-21", "review_by: 2027-03-01"),
		...changed("helplines.yaml", 'checked: "2026-11-22"', 'checked: "2026-06-01"'),
	};
	expect(dueIn(files, "2027-12-31").map(({ by }) => by)).toEqual(["2026-12-01", "2027-03-01"]);
});

test("the command says what is past, and refuses what is no number of days", async () => {
	const lines: string[] = [];
	expect(await due(["1"], new Date("2027-06-01T10:00:00Z"), (line) => lines.push(line))).toBe(0);
	expect(lines[0]).toMatch(/^2027-05-21 \(past\) {2}content\//);
	expect(lines.at(-1)).toMatch(/^\d+ to look at again by 2027-06-02\.$/);
	expect(await due(["soon"], new Date(), (line) => lines.push(line))).toBe(2);
	expect(lines.at(-1)).toBe('"soon" is not a number of days. For example: npm run due -- 90');
});
