import { beforeAll, describe, expect, test } from "vitest";
import { contentFiles } from "#cli/content-files.ts";
import { durationsIn } from "#content/checks/durations.ts";
import { compile } from "#content/compile.ts";
import type { Content } from "#content/content.ts";
import { paragraphsOf } from "#domain/answers/block.ts";

let content: Content;
beforeAll(async () => {
	({ content } = compile(await contentFiles()));
});

/**
 * Every time limit of law or national guidance that the guide gives, copied by hand from the sources that the facts name.
 * Content may be rewritten; these change only when the law or the guidance does.
 */
const LIMITS: Readonly<Record<string, { readonly strength: string; readonly durations: readonly string[] }>> = {
	C2: { strength: "should", durations: ["1 working day"] },
	D3: { strength: "should", durations: ["45 working day"] },
	F1: { strength: "may", durations: ["72 hour"] },
	F3: { strength: "fact", durations: ["8 day", "7 day"] },
	F7: { strength: "may", durations: ["7 day"] },
	G1: { strength: "should", durations: ["15 working day"] },
	G11: { strength: "should", durations: ["10 working day"] },
	G13: { strength: "should", durations: ["3 month", "6 month"] },
	I5: { strength: "should", durations: ["26 week", "8 week"] },
	I9: { strength: "fact", durations: ["1 year", "3 year"] },
	I10: { strength: "must", durations: ["7 day"] },
	I11: { strength: "may", durations: ["6 month"] },
	I14: { strength: "may", durations: ["16 week", "24 week"] },
	J2: { strength: "must", durations: ["20 working day", "3 month", "6 month"] },
	J3: { strength: "must", durations: ["1 week", "6 week"] },
	N10: { strength: "must", durations: ["28 day"] },
	L1: { strength: "must", durations: ["1 month", "3 month"] },
	L5: { strength: "must", durations: ["10 working day", "20 working day", "25 working day", "65 working day"] },
	L11: { strength: "fact", durations: ["3 month"] },
};

describe("time limits", () => {
	test.each(Object.entries(LIMITS))("%s is what its source says", (id, { strength, durations }) => {
		const fact = content.facts.find((each) => each.id === id);
		expect(fact?.strength).toBe(strength);
		expect(durationsIn(fact?.says ?? "").filter((duration) => durations.includes(duration))).toEqual(durations);
	});
	test("those carried from earlier national rules say so in their source", () => {
		for (const id of ["C2", "D3", "G1", "G11", "G13"])
			expect(content.facts.find((fact) => fact.id === id)?.unverified, id).toBe("time_limit");
	});
	test("no page, sheet or glossary word gives a length of time that no fact gives", () => {
		const known = new Set(content.facts.flatMap(({ says, basis }) => durationsIn(`${says} ${basis}`)));
		const texts = [
			...content.terms.map(({ id, meaning }) => ({ id, text: meaning })),
			...content.pages.map(({ id, blocks }) => ({ id, text: paragraphsOf(blocks).join("\n") })),
			...content.sheets.map((sheet) => ({ id: sheet.id, text: JSON.stringify(sheet) })),
		];
		const strange = texts.flatMap(({ id, text }) =>
			durationsIn(text)
				.filter((duration) => !known.has(duration))
				.map((duration) => `${id}: ${duration}`),
		);
		expect(strange).toEqual([]);
	});
});
