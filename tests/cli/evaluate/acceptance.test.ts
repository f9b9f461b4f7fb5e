import { expect, test } from "vitest";
import { acceptanceEvaluation } from "#cli/evaluate/acceptance.ts";

const { line } = acceptanceEvaluation();
const passages = ["The council should decide the next step within 1 working day."];

test("a sentence is judged against the passages given", () => {
	const sentence = "Within 1 working day the council should decide the next step.";
	expect(line({ id: 1, sentence, passages })).toEqual({ id: 1, accepted: true });
	expect(line({ id: 2, sentence: sentence.replace("should", "must"), passages })).toMatchObject({
		id: 2,
		accepted: false,
		reason: expect.any(String),
	});
});

test("a sentence is judged against a reviewed answer by its id", () => {
	const sentence = "It does not mean that you did something wrong.";
	expect(line({ id: 1, sentence, answer_id: "s47-what" })).toEqual({ id: 1, accepted: true });
	expect(line({ id: 2, sentence, answer_id: "no-such-answer" })).toMatchObject({ accepted: false });
});

test("a line of another shape is told what to give", () => {
	expect(line({ text: "?" })).toMatchObject({ accepted: false, error: expect.stringContaining("sentence") });
});
