import * as fc from "fast-check";
import { expect, test } from "vitest";
import { words } from "#content/compiled/words.ts";
import { completenessOf } from "#domain/directory/completeness.ts";
import type { Service } from "#domain/directory/service.ts";
import { REPORT_REASONS } from "#domain/directory/service-report.ts";
import { anyService } from "#tests/support/any-service.ts";
import { aLocation, aService, placed } from "#tests/support/directory.ts";

const full: Service = placed(
	aService(1, {
		description: "Play, a chat and a hot drink for parents with small children.",
		phones: [{ id: "p", number: "020 7946 0000" }],
		schedules: [{ id: "s", freq: "WEEKLY", byday: "MO" }],
		cost_options: [{ id: "c", option: "Free", amount: 0 }],
		attributes: [{ id: "a", taxonomy_term: { id: "t", name: "Play", description: "Play" } }],
		minimum_age: 0,
		eligibility_description: "Any parent.",
		assured_date: "2026-11-01",
	}),
	aLocation(1),
);

test("a listing with everything is 100, a bare one 0 with all that is missing, the weightiest first", () => {
	expect(completenessOf(full)).toEqual({ score: 100, missing: [] });
	const bare = completenessOf(aService(1));
	expect(bare.score).toBe(0);
	expect(bare.missing.slice(0, 3)).toEqual(["description", "contact", "place"]);
});

test("a secret place counts as a place: nobody is to publish an address for a better score", () => {
	expect(
		completenessOf(placed(aService(1), { id: "l", location_type: "physical", masked: true })).missing,
	).not.toContain("place");
});

test("leaving anything out never makes a listing more complete, and missing is empty at 100 only", () => {
	fc.assert(
		fc.property(anyService, fc.nat(), (service, pick) => {
			const { score, missing } = completenessOf(service);
			expect(score).toBeGreaterThanOrEqual(0);
			expect(score === 100).toBe(missing.length === 0);
			const keys = Object.keys(service).filter((key) => !["id", "name", "status", "organization"].includes(key));
			const less: Service = { ...service };
			Reflect.deleteProperty(less, keys[pick % Math.max(1, keys.length)] ?? "");
			expect(completenessOf(less).score).toBeLessThanOrEqual(score);
		}),
	);
});

test("every part and every reason has its words, and no words are left over", () => {
	expect(Object.keys(words.completeness.missing).toSorted()).toEqual(
		[...completenessOf(aService(1)).missing].toSorted(),
	);
	expect(Object.keys(words.reports.reasons)).toEqual([...REPORT_REASONS]);
});
