import { expect, test } from "vitest";
import { createSideInference } from "#domain/answers/infer-side.ts";
import { WORDS } from "#tests/domain/answers/answer-world.ts";

const side = createSideInference(WORDS.audience);

test("words tell a child from an adult, and say nothing when they do not", () => {
	expect(side(["my", "mum", "said"])).toBe("young");
	expect(side(["my", "niec"])).toBe("adult");
	expect(side(["my", "son", "and", "my", "mum"])).toBeNull();
	expect(side(["hello"])).toBeNull();
});
