import { afterAll, beforeAll, expect, test } from "vitest";
import { importFeed } from "#services/import-feed.ts";
import { publishDirectory } from "#services/publish-directory.ts";
import { createTestApp, type TestApp } from "#tests/support/test-app.ts";

/** Sectors of the demonstration, whose middles are compiled into the build; a place that gives a point; one we do not know. */
const PLACES = [
	["Far", "ZZ3 2AA", {}],
	["Near", "ZZ1 2AA", {}],
	["Here", "ZZ1 1AA", {}],
	["Exact", "ZZ1 1AB", { latitude: 52.7725, longitude: -1.2065 }],
	["Unknown", "QX1 1AA", {}],
] as const;

let app: TestApp;
beforeAll(async () => {
	app = await createTestApp();
	const services = PLACES.map(([name, postal_code, point], index) => ({
		id: `00000000-0000-4000-8000-00000000000${index}`,
		name,
		status: "active",
		organization: { id: "00000000-0000-4000-8000-000000000099", name: "Harbour", description: "x" },
		service_at_locations: [
			{
				id: `00000000-0000-4000-8000-00000000010${index}`,
				location: {
					id: `00000000-0000-4000-8000-00000000020${index}`,
					location_type: "physical",
					...point,
					addresses: [
						{
							id: `00000000-0000-4000-8000-00000000030${index}`,
							address_1: `${index + 1} High Street`,
							city: "Harrowmere",
							state_province: "Demoshire",
							postal_code,
							country: "GB",
							address_type: "physical",
						},
					],
				},
			},
		],
	}));
	const files = new Map([["services.json", JSON.stringify(services)]]);
	await importFeed(app.deps, { area: "elmbrook", source: "test", files });
	expect(await publishDirectory(app.deps, { area: "elmbrook" })).toMatchObject({ kind: "published", services: 5 });
});
afterAll(() => app.close());

test("places that give only a postcode come by distance, and the distance is called rough", async () => {
	const answer = await (await app.request("/api/v1/areas/elmbrook/services?near=ZZ1+1AA")).json();
	const visited = answer.items.filter((item: { everywhere: boolean }) => !item.everywhere);
	expect(visited).toMatchObject([
		{ name: "Here", distance_km: 0, distance_rough: true },
		{ name: "Exact", distance_km: expect.closeTo(0.06, 1) },
		{ name: "Near", distance_rough: true },
		{ name: "Far", distance_rough: true },
	]);
	expect(visited[1]).not.toHaveProperty("distance_rough");
	const [unknown] = answer.items.filter((item: { name: string }) => item.name === "Unknown");
	expect(unknown).not.toHaveProperty("distance_km");
});

test("the database and the feed keep to the coordinates that were given", async () => {
	const stored = await app.deps.directory.publishable("elmbrook");
	const points = stored.flatMap(({ service_at_locations = [] }) =>
		service_at_locations.flatMap(({ location }) => location.latitude ?? []),
	);
	expect(points).toEqual([52.7725]);
	const feed = await (await app.request("/oruk/v3/elmbrook/services?full=true")).text();
	expect(feed.match(/"latitude"/g)).toHaveLength(1);
	expect(feed).not.toContain("approximate");
});
