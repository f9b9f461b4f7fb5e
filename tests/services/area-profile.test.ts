import { afterAll, beforeAll, expect, test } from "vitest";
import { areaProfile } from "#services/area-profile.ts";
import { createTestApp, type TestApp } from "#tests/support/test-app.ts";

let app: TestApp;
beforeAll(async () => {
	app = await createTestApp();
});
afterAll(() => app.close());

const hours = {
	zone: "Europe/London",
	weekly: [{ from: "Mon 09:00", to: "Mon 17:00" }],
	bank_holidays: "closed" as const,
	exceptions: [],
	promise: { kind: "close_of_business" as const },
};

test("what was set at the desk stands over the area's file, and the faces show it", async () => {
	const before = await areaProfile(app.deps, "demo");
	expect(before?.area.name).toBe("Harrowmere");
	const route = {
		id: "front-door",
		kind: "human" as const,
		name: "The new front door",
		what_for: "Ask",
		for: ["everyone" as const],
		phone: "01632 960199",
		hours_text: "Always",
		checked: "2026-11-22",
	};
	await app.deps.areaSettings.save("demo", { name: "New Harrowmere", routes: [route] }, 0, "m");
	const after = await areaProfile(app.deps, "demo");
	expect(after?.area).toMatchObject({ slug: "demo", name: "New Harrowmere", demonstration: true });
	expect(after?.early_help_hours).toEqual(before?.early_help_hours);
	expect(await (await app.request("/people/demo")).text()).toContain("The new front door");
});

test("an area that only the database knows has its hours and routes from its settings", async () => {
	await app.deps.areas.save({ slug: "inland", name: "Inland", demonstration: false });
	expect((await areaProfile(app.deps, "inland"))?.early_help_hours).toBeNull();
	await app.deps.areaSettings.save("inland", { early_help_hours: hours }, 0, "m");
	expect((await areaProfile(app.deps, "inland"))?.early_help_hours).toEqual(hours);
	expect(await areaProfile(app.deps, "nowhere")).toBeNull();
});
