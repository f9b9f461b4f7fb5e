import { expect, test } from "vitest";
import { createFollowUps } from "#domain/answers/follow-up.ts";
import { WORDS } from "#tests/domain/answers/answer-world.ts";

const { kindOf, kindWithin, pointsBack, topicAfter } = createFollowUps(WORDS.followUps);

test("a follow-up is a phrase of its kind and nothing but small words beside it", () => {
	expect(kindOf(["ok", "and", "how", "long"])).toBe("time");
	expect(kindOf(["how", "long", "court"])).toBeNull();
	expect(kindOf(["ok"])).toBeNull();
	expect(kindOf([])).toBeNull();
});

test("a follow-up is found among other words as well", () => {
	expect(kindWithin(["how", "long", "court"])).toBe("time");
	expect(kindWithin(["court", "cake"])).toBeNull();
});

test("a short message may point back and still say something of its own", () => {
	expect(pointsBack(["record", "it"])).toBe(true);
	expect(pointsBack(["record", "the", "meet"])).toBe(false);
	expect(pointsBack(Array.from({ length: 30 }, () => "it"))).toBe(false);
});

test("it leads from the last topic, else from the stage, else nowhere", () => {
	expect(topicAfter("where", ["bikes"], undefined)).toBe("bike_shop");
	expect(topicAfter("time", ["bikes"], "early_help")).toBe("bikes");
	expect(topicAfter("time", [], "early_help")).toBe("cakes");
	expect(topicAfter("time", [], undefined)).toBeNull();
});
