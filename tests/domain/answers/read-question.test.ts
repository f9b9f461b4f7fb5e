import fc from "fast-check";
import { expect, test } from "vitest";
import { groupTrees, readQuestion, stemmedGroups } from "#domain/answers/read-question.ts";
import { WORDS } from "#tests/domain/answers/answer-world.ts";

const groups = groupTrees(stemmedGroups(WORDS.groups));

test("a question is read as stems, groups, looser kin, neighbours and runs of letters", () => {
	const { features } = readQuestion("My bicycles?", groups);
	expect(features).toEqual(expect.arrayContaining(["my", "bicycl", "@bike", "my @bike", "#^my$", "#bic"]));
	expect(readQuestion("ride", groups).features).toContain("~ride");
});

test("case and marks between words do not count", () => {
	fc.assert(
		fc.property(fc.array(fc.constantFrom("bike", "mend", "how", "the", "cycle"), { minLength: 1 }), (words) => {
			const plain = readQuestion(words.join(" "), groups).features;
			expect(readQuestion(words.join(", ").toUpperCase(), groups).features).toEqual(plain);
		}),
	);
});

test("a story of any length is read from both ends", () => {
	const { words } = readQuestion(`first ${"and then ".repeat(5000)} last`, groups);
	expect(words.length).toBeLessThanOrEqual(260);
	expect([words[0], words.at(-1)]).toEqual(["first", "last"]);
});
