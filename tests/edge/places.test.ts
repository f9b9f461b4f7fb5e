import { afterAll, beforeAll, expect, test } from "vitest";
import { generatePostcodes } from "#cli/bench/generate-postcodes.ts";
import { places } from "#content/compiled/places.ts";
import { createDependencies } from "#dependencies/create-dependencies.ts";
import { sectorGatherer } from "#domain/places/onspd/gather-sectors.ts";
import { encodeTable } from "#domain/places/table/encode-table.ts";
import { type Edge, startEdge } from "#tests/support/edge.ts";

const rows = [...generatePostcodes(100_000, 5, places)];
let edge: Edge;
beforeAll(async () => {
	edge = await startEdge();
	const deps = createDependencies({ url: edge.databaseUrl });
	const sectors = sectorGatherer(deps.places.book.wayOf);
	for (const { postcode, district, point } of rows)
		sectors.add({
			sector: postcode.slice(0, -2),
			unit: postcode.slice(-2),
			district,
			nation: "england",
			point,
			standing: "live",
		});
	const bytes = encodeTable({ source: "test", madeOn: "2026-11-22", ...sectors.gathered() });
	await deps.placeTables.publish(bytes, "test", new Date());
}, 60_000);
afterAll(() => edge.close());

const ask = async (postcode: string) =>
	(await edge.request(`/api/v1/places?postcode=${encodeURIComponent(postcode)}`)).json();

test("the table is read in workerd, and serves on when its database is taken away", async () => {
	const { book } = createDependencies({ url: edge.databaseUrl }).places;
	const some = rows.filter((_, index) => index % 4_001 === 0);
	const check = async () => {
		for (const { postcode, district } of some) {
			const [authority] = book.onDay(book.wayOf(district) ?? "", new Date().toISOString().slice(0, 10));
			expect(await ask(postcode)).toMatchObject({
				precision: "exact",
				areas: [{ gss_code: authority?.gss_code }],
				point: { precision: "sector" },
			});
		}
	};
	expect(some.length).toBeGreaterThan(20);
	await check();
	await edge.stopDatabase();
	await check();
	expect(await ask("ZZ1 1AA")).toMatchObject({ areas: [{ slug: "demo" }], precision: "exact" });
});
