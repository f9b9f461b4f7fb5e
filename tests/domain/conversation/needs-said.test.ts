import { describe, expect, test } from "vitest";
import { content } from "#content/compiled/content.ts";
import { words } from "#content/compiled/words.ts";
import { createNeedsSaid } from "#domain/conversation/needs-said.ts";

const needsOf = createNeedsSaid(content.needs, words.looking.says);

describe("what a message looks for is told as needs", () => {
	test.each([
		["is there a food bank round here", "food-and-essentials"],
		["any toddler groups on a tuesday?", "baby-toddler-groups"],
		["swimming lessons for a 6 year old", "sports"],
	])("%s: %s", (text, need) => expect(needsOf(text)).toContain(need));

	test("a short message needs no word of looking, and a story that names many things looks for none", () => {
		expect(needsOf("toddler group")).toContain("baby-toddler-groups");
		expect(needsOf("you took my kids swimming lessons away and nobody cares")).toEqual([]);
	});

	test("a message that names none has none", () => {
		expect(needsOf("what happens at a child protection conference")).toEqual([]);
	});

	test("never more than three, whatever the message", () => {
		expect(needsOf(`any ${content.needs.flatMap(({ families_say }) => families_say).join(" ")}`)).toHaveLength(3);
	});
});
