import { expect, test } from "vitest";
import { BACK, choiceId, parseChoice, RESTART, SHRINK, UNSHRINK } from "#domain/conversation/choice-id.ts";

test.each(["option", "ask", "part", "event", "area"] as const)("an id of the kind %s is read back", (kind) => {
	expect(parseChoice(choiceId(kind, "some-id_2"))).toEqual({ kind, id: "some-id_2" });
});

test.each([BACK, RESTART, SHRINK, UNSHRINK])("the guide's own %s is read back", (word) => {
	expect(parseChoice(word)).toEqual({ kind: word });
});

test.each(["", "option", "option:", "option:Two Words", "option:../x", "spell:x", "back:x", " back", "option:x\n"])(
	"%j was never offered",
	(text) => {
		expect(parseChoice(text)).toEqual({ kind: "unknown" });
	},
);
