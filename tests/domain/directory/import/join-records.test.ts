import { expect, test } from "vitest";
import { addsUp, batchOf } from "./reading.ts";

const organization = { id: "42d3fa20-b36d-4822-b5dc-68029911caaf", name: "Harbour", description: "A charity" };
const club = (more: object) => ({
	id: "0b8a9adf-e155-4f77-8c48-a339105d6722",
	name: "Club",
	status: "active",
	organization,
	...more,
});
const place = (id: string) => ({ id, location: { id, name: `Hall ${id}` } });

test("records of one id become one, with the newer words and all the places", () => {
	const batch = batchOf({
		"services.json": [
			club({
				description: "Old",
				last_modified: "2025-01-01T00:00:00Z",
				wait_time: "None",
				service_at_locations: [place("a")],
			}),
			club({ description: "New", last_modified: "2026-01-01T00:00:00Z", service_at_locations: [place("b")] }),
		],
	});
	expect(batch.services).toMatchObject([{ description: "New", wait_time: "None" }]);
	expect(batch.services[0]?.service_at_locations?.map((each) => each.location.name)).toEqual(["Hall a", "Hall b"]);
	expect(batch).toMatchObject({ read: 2, folded: 1 });
	expect(batch.repairs.map((repair) => repair.rule)).toContain("two records of one id differ, the newer kept");
});

test("ten thousand records of one id are one service, within two seconds", () => {
	const started = process.cpuUsage();
	const batch = batchOf({ "services.json": Array.from({ length: 10_000 }, () => club({ description: "Same" })) });
	expect(batch).toMatchObject({ read: 10_000, folded: 9_999 });
	expect(addsUp(batch)).toBe(true);
	const { user, system } = process.cpuUsage(started);
	expect((user + system) / 1000).toBeLessThan(2000);
});

test("an organisation is the same in all its services", () => {
	const batch = batchOf({
		"services.json": [
			club({ id: "1" }),
			club({
				id: "2",
				organization: { ...organization, name: "Harbour Trust", website: "https://harbour.example.org" },
			}),
		],
	});
	const names = batch.services.map((service) => service.organization);
	expect(names[0]).toEqual({ ...organization, website: "https://harbour.example.org" });
	expect(names[1]).toEqual(names[0]);
});

test("a place that one record hides is hidden in all", () => {
	const location = { id: "7", name: "House" };
	const batch = batchOf({
		"services.json": [
			club({ id: "1", service_at_locations: [{ location }] }),
			club({ id: "2", service_at_locations: [{ location: { ...location, masked: true } }] }),
		],
	});
	expect(batch.services.map((service) => service.service_at_locations?.[0]?.location.masked)).toEqual([true, true]);
});
