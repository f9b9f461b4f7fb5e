import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { CRITERIA } from "#cli/conformance/criteria.ts";
import { PROOFS } from "#cli/conformance/proofs.ts";
import { proofNames, rowOf, writeReport } from "#cli/conformance/write-report.ts";

const written = readFileSync("docs/accessibility-conformance.md", "utf8");
const allPassed = new Map(proofNames().map((proof) => [proof, { tried: 1, passed: 1 }] as const));

test("all 31 criteria of level A and all 24 of AA are there, each with something that speaks for it", () => {
	expect(new Set(CRITERIA.map(({ id }) => id)).size).toBe(55);
	expect(CRITERIA.filter(({ level }) => level === "A")).toHaveLength(31);
	for (const { id, proofs, people, none } of CRITERIA)
		expect([id, proofs.length > 0 || people !== undefined || none !== undefined]).toEqual([id, true]);
	for (const { id, proofs, none } of CRITERIA) if (none) expect([id, proofs]).toEqual([id, []]);
});

test.each(proofNames())("the test that %s names is there, under that name", (proof) => {
	const [file, name] = PROOFS[proof];
	expect(readFileSync(file, "utf8")).toContain(`"${name}"`);
});

test("the report that is written has every criterion as it stands now, and none of them fails", () => {
	for (const criterion of CRITERIA) expect(written).toContain(rowOf(criterion, allPassed));
	expect(written).not.toContain("**Fails**");
	const shape = (text: string) => text.replace(/\d+ of \d+|\d{4}-\d\d-\d\d|\d+\.\d+\.\d+,|Of \d+ tries.*?passed/g, "");
	expect(shape(written)).toBe(shape(writeReport({ version: "0.0.0", date: "2026-01-01", results: allPassed })));
});

test("a criterion fails where a test of it fails, or was not tried", () => {
	const criterion = CRITERIA.find(({ id }) => id === "2.1.1");
	if (!criterion) throw new Error("There is no 2.1.1.");
	const [proof = "pages"] = criterion.proofs;
	expect(rowOf(criterion, new Map([...allPassed, [proof, { tried: 2, passed: 1 }]]))).toContain("**Fails**");
	expect(rowOf(criterion, new Map())).toContain("**Fails**");
	expect(rowOf(criterion, allPassed)).toContain("| Tested |");
});
