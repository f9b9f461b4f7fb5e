import { expect, test } from "vitest";
import { countPhrases, phraseAt, phrasesAt, phraseTree, stemmedPhrases } from "#domain/answers/phrase-tree.ts";

const tree = phraseTree({ worker: ["social worker", "sw"], services: ["social services", "social"] });

test("the longest phrase wins, inflected or not", () => {
	expect(phraseAt(tree, ["social", "worker"], 0)).toEqual({ name: "worker", length: 2 });
	expect(phraseAt(tree, ["social"], 0)).toEqual({ name: "services", length: 1 });
	expect(phraseAt(tree, ["my", "sw"], 0)).toBeNull();
});

test("every phrase that starts at a place is told, shorter first", () => {
	expect([...phrasesAt(tree, ["social", "worker"], 0)].map(({ name }) => name)).toEqual(["services", "worker"]);
});

test("a phrase within a longer one is not counted", () => {
	expect(countPhrases(tree, ["my", "social", "worker", "and", "social", "servic"])).toEqual(
		new Map([
			["worker", 1],
			["services", 1],
		]),
	);
});

test("a tree of stems made before finds what a tree of words finds", () => {
	const stemmed = phraseTree(stemmedPhrases({ worker: ["social workers"] }), (phrase) => phrase.split(" "));
	expect(phraseAt(stemmed, ["social", "worker"], 0)).toEqual({ name: "worker", length: 2 });
});
