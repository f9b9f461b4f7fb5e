import { expect, test } from "vitest";
import type { Point } from "#ports/places.ts";
import { type FeedQuestion, feedQuery } from "#services/feed-query.ts";

const now = new Date("2026-06-30T12:00:00Z");
const first = { page: 1, perPage: 50 };
const at = (latitude: number, precision: Point["precision"]): Point => ({ latitude, longitude: 0, precision });

function ask(question: Partial<FeedQuestion>, own: Point | null = null, table: Point | null = null) {
	const deps = {
		clock: { now: () => now },
		feed: { point: async () => own },
		places: { point: async () => table },
	};
	return feedQuery(deps, "demo", { ...first, ...question });
}

test.each([
	["its own location with that postcode first", at(1, "postcode"), at(2, "sector"), 1],
	["the table of places before a guess from the outcode", at(1, "outcode"), at(2, "sector"), 2],
	["a guess from the outcode where nothing else is known", at(1, "outcode"), null, 1],
])("a postcode lies where the area knows it: %s", async (_, own, table, latitude) => {
	const query = await ask({ around: { postcode: "ZZ1 1AA", metres: 500 } }, own, table);
	expect(query?.near).toEqual({ latitude, longitude: 0, metres: 500 });
});

test("nothing is near a postcode that nobody knows", async () => {
	expect(await ask({ around: { postcode: "ZZ1 1AA", metres: 500 } })).toBeNull();
});

test("deleted records are for those who ask what has changed, 90 days back at most", async () => {
	const recent = new Date("2026-06-01T00:00:00Z");
	expect((await ask({ modifiedAfter: recent }))?.deletedAfter).toEqual(recent);
	expect((await ask({ modifiedAfter: recent, organizationId: "o" }))?.deletedAfter).toEqual(recent);
	expect((await ask({ modifiedAfter: new Date(0) }))?.deletedAfter).toEqual(new Date("2026-04-01T12:00:00Z"));
	expect((await ask({}))?.deletedAfter).toBeUndefined();
	for (const filter of [{ search: "x" }, { age: 0 }, { day: "MO" }, { taxonomyTermId: "t" }]) {
		expect((await ask({ modifiedAfter: recent, ...filter }))?.deletedAfter).toBeUndefined();
	}
});
