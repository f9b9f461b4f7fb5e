import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createMergeProposals } from "#adapters/libsql/merge-proposals.ts";
import { samePairs } from "#domain/directory/same-records.ts";
import { databaseKinds, migratedDatabase, type TestDatabase } from "#tests/support/database.ts";
import { aService, uuid } from "#tests/support/directory.ts";

const at = new Date("2026-03-02T09:00:00.000Z");
const later = new Date("2026-03-03T09:00:00.000Z");
const pairs = samePairs([
	{ service: aService(2), source: "a", externalIds: ["x-1"] },
	{ service: aService(1), source: "b", externalIds: ["X-1"] },
]);

describe.each(databaseKinds)("merge proposals on an %s", (kind) => {
	let database: TestDatabase;
	beforeAll(async () => {
		database = await migratedDatabase(kind);
	});
	afterAll(() => database.close());

	test("a pair is proposed once and stays decided", async () => {
		const proposals = createMergeProposals(database.client);
		expect(await proposals.propose("here", pairs, at)).toBe(1);
		expect(await proposals.propose("here", pairs, later)).toBe(0);
		expect(await proposals.list("here", "open")).toEqual([
			{
				...{ service: uuid(1), other: uuid(2), score: 1, because: ["external id", "name"] },
				...{ proposedAt: at, state: "open", decidedBy: null, decidedAt: null },
			},
		]);
		expect(await proposals.decide("here", [uuid(2), uuid(1)], "different", "editor@example.org", later)).toBe(true);
		expect(await proposals.decide("here", [uuid(1), uuid(2)], "merged", "editor@example.org", later)).toBe(false);
		expect(await proposals.propose("here", pairs, later)).toBe(0);
		expect(await proposals.list("here", "open")).toEqual([]);
		expect(await proposals.list("here")).toMatchObject([{ state: "different", decidedBy: "editor@example.org" }]);
		expect(await proposals.list("elsewhere")).toEqual([]);
	});
});
