import * as fc from "fast-check";
import { expect, test } from "vitest";
import { buildSnapshot } from "#domain/directory/search/build-snapshot.ts";
import { OVER_THE_BORDER_KM, searchAcross } from "#domain/directory/search/search-across.ts";
import { openSnapshot, type Snapshot } from "#domain/directory/search/snapshot.ts";
import type { Service } from "#domain/directory/service.ts";
import { aLocation, aService, placed } from "#tests/support/directory.ts";
import { ask, MONDAY_AT_TEN, vocabulary } from "./small-vocabulary.ts";

function areaOf(slug: string, services: readonly Service[]): Snapshot {
	const built = buildSnapshot({
		services,
		vocabulary,
		area: { slug, name: slug },
		builtAt: new Date("2026-11-22T10:00:00Z"),
	});
	const opened = built.kind === "built" ? openSnapshot(built.bytes) : null;
	if (opened?.kind !== "snapshot") throw new Error("not built");
	return opened;
}
const at = (number: number, km: number, name = `Club ${number}`) =>
	placed(aService(number, { name }), aLocation(number, { latitude: 51.5 + km / 111.2 }));
const near = { latitude: 51.5, longitude: -0.3, precision: "postcode", text: "ZZ1 1AA" } as const;
const query = { near, page: 1, per_page: 50 };

test("what lies just over the border stands in its place, marked with its council; what needs no journey stays at home", () => {
	const home = areaOf("zedshire", [at(1, 1), at(2, 4)]);
	const next = areaOf("yetshire", [
		at(3, 2),
		at(4, OVER_THE_BORDER_KM + 1),
		aService(5, { name: "Their helpline", description: "A helpline." }),
	]);
	const answer = searchAcross(home, [next], query, MONDAY_AT_TEN);
	expect(answer.items.map(({ name, area }) => [name, area.slug])).toEqual([
		["Club 1", "zedshire"],
		["Club 3", "yetshire"],
		["Club 2", "zedshire"],
	]);
	expect(answer.total).toBe(3);
	expect(searchAcross(home, [next], { ...query, radius_km: 10 }, MONDAY_AT_TEN).total).toBe(4);
});

test("without a point the neighbours stay out", () => {
	const home = areaOf("zedshire", [at(1, 1)]);
	expect(searchAcross(home, [areaOf("yetshire", [at(2, 1)])], { page: 1, per_page: 50 }, MONDAY_AT_TEN)).toEqual(
		ask(home, { per_page: 50 }),
	);
});

test("two halves of a directory answer as the whole does: total, counts, and pages that make the whole", () => {
	const service = fc.tuple(fc.constantFrom("football", "debt advice", "dads chess"), fc.constantFrom(0, 1, 2, 3));
	fc.assert(
		fc.property(fc.array(service, { maxLength: 16 }), fc.integer({ min: 1, max: 4 }), (made, perPage) => {
			const services = made.map(([name, km], number) => at(number, km, name));
			const half = Math.floor(services.length / 2);
			const [home, next, whole] = [services.slice(0, half), services.slice(half), services].map((part, index) =>
				areaOf(`area-${index}`, part),
			);
			if (!home || !next || !whole) throw new Error("not built");
			const both = searchAcross(home, [next], { ...query, radius_km: 10 }, MONDAY_AT_TEN);
			const one = ask(whole, { ...query, radius_km: 10 });
			expect(both.total).toBe(one.total);
			const counts = (facets: typeof one.facets) =>
				Object.entries(facets)
					.flatMap(([group, list]) =>
						list.filter(({ count }) => count > 0).map(({ id, count }) => `${group}=${id}:${count}`),
					)
					.sort();
			expect(counts(both.facets)).toEqual(counts(one.facets));
			const pages = Array.from(
				{ length: Math.ceil(both.total / perPage) },
				(_, page) =>
					searchAcross(home, [next], { ...query, radius_km: 10, page: page + 1, per_page: perPage }, MONDAY_AT_TEN)
						.items,
			);
			expect(pages.flat().map((item) => item.id)).toEqual(both.items.map((item) => item.id));
		}),
		{ numRuns: 60 },
	);
});
