import * as fc from "fast-check";
import { expect, test } from "vitest";
import { type KnownService, planImport } from "#adapters/libsql/import-plan.ts";
import { aService, uuid } from "#tests/support/directory.ts";

const known = fc.record({
	hash: fc.constantFrom("a", "b", null),
	source: fc.constantFrom("feed", "other", null),
	missingRuns: fc.nat(3),
});
const directory = fc
	.dictionary(fc.nat(30).map(uuid), known)
	.map((entries): Map<string, KnownService> => new Map(Object.entries(entries)));
const batch = fc.uniqueArray(fc.tuple(fc.nat(30), fc.constantFrom("a", "b")), { selector: ([n]) => n });

test("every record of the batch is new, changed or the same; every other of the feed is missing", () => {
	fc.assert(
		fc.property(directory, batch, (held, given) => {
			const hashes = new Map(given.map(([n, hash]) => [uuid(n), hash]));
			const plan = planImport(
				"feed",
				given.map(([n]) => aService(n)),
				hashes,
				held,
			);
			expect([...plan.created, ...plan.updated, ...plan.unchanged].toSorted()).toEqual([...hashes.keys()].toSorted());
			for (const id of plan.created) expect(held.has(id)).toBe(false);
			for (const id of plan.unchanged) expect(held.get(id)?.hash).toBe(hashes.get(id));
			const gone = [...held].filter(([id, record]) => record.source === "feed" && !hashes.has(id)).map(([id]) => id);
			expect(plan.missing).toEqual(gone);
		}),
	);
});

test("whatever a feed leaves out, no more than a fifth of it goes, and nothing on the first run", () => {
	fc.assert(
		fc.property(directory, batch, (held, given) => {
			const hashes = new Map(given.map(([n, hash]) => [uuid(n), hash]));
			const { deleted, missing } = planImport(
				"feed",
				given.map(([n]) => aService(n)),
				hashes,
				held,
			);
			const ofFeed = [...held.values()].filter((record) => record.source === "feed").length;
			expect(deleted.length).toBeLessThanOrEqual(ofFeed / 5);
			for (const id of deleted) {
				expect(missing).toContain(id);
				expect(held.get(id)?.missingRuns).toBeGreaterThan(0);
			}
		}),
	);
});
