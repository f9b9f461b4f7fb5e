import { expect, test } from "vitest";
import { NO_CHOICES, questionOf } from "#widget/question.ts";

const attributes = { needs: ["housing", "money"], audience: ["parents"], limit: 3 } as const;

test("what the page has set is asked for, and nothing that nobody chose", () => {
	expect(questionOf(attributes, NO_CHOICES, null, 1)).toEqual({
		ok: true,
		parameters: { need: "housing,money", audience: "parents", per_page: "3" },
	});
});

test("a kind of help that somebody chose takes the place of those that the page offers", () => {
	const question = questionOf(attributes, { ...NO_CHOICES, need: "money" }, null, 2);
	expect(question).toMatchObject({ parameters: { need: "money", page: "2" } });
});

test("a radius is asked for only around a place", () => {
	const around = (near: string) => questionOf(attributes, { ...NO_CHOICES, near }, 5, 1);
	expect(around("ZZ1 1AB")).toMatchObject({ parameters: { near: "ZZ1 1", radius_km: "5" } });
	expect(around("")).not.toHaveProperty("parameters.radius_km");
});

test("every choice reaches the question", () => {
	const all = { q: "food", near: "ZZ1", need: "money", age: "unborn", free: true, openNow: true };
	expect(questionOf(attributes, all, null, 1)).toMatchObject({
		parameters: { q: "food", near: "ZZ1", need: "money", age: "unborn", free: "true", open_now: "true" },
	});
});
