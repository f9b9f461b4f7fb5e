import fc from "fast-check";
import { expect, test } from "vitest";
import { createDraftReader } from "#domain/phrasing/draft.ts";

const REPLY = JSON.stringify({
	sentences: [
		{ text: 'It says "no {brackets} here".', passages: ["p1"] },
		{ text: 'A backslash \\ and a quote " stay.', passages: ["p2", "p3"] },
	],
});

test("drafts come out alike however the reply is cut", () => {
	fc.assert(
		fc.property(fc.array(fc.nat(REPLY.length), { maxLength: 12 }), (cuts) => {
			const reader = createDraftReader();
			const at = [0, ...cuts.sort((a, b) => a - b), REPLY.length];
			const found = at.flatMap((from, index) => reader.push(REPLY.slice(from, at[index + 1] ?? REPLY.length)));
			expect(found.map(({ passages }) => passages)).toEqual([["p1"], ["p2", "p3"]]);
			expect(reader.finished()).toBe(true);
		}),
	);
});

test("what is cut short, or no reply of ours, never counts as finished", () => {
	fc.assert(
		fc.property(fc.nat(REPLY.length - 1), (end) => {
			const reader = createDraftReader();
			reader.push(REPLY.slice(0, end));
			expect(reader.finished()).toBe(false);
		}),
	);
	for (const text of [
		"",
		"[]",
		"{}",
		"null",
		'{"sentences":"p1"}',
		'{"sentences":[{"text":1}]}',
		"}}}}{{{{",
		REPLY + REPLY,
	]) {
		const reader = createDraftReader();
		reader.push(text);
		expect(reader.finished()).toBe(false);
	}
});
