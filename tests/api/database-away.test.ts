import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestApp, json, type TestApp } from "#tests/support/test-app.ts";

let app: TestApp;
beforeAll(async () => {
	// Nothing listens on port 9 of this machine.
	app = await createTestApp({ databaseUrl: "http://127.0.0.1:9" });
});
afterAll(() => app.close());

test("health says what is missing, with 200", async () => {
	const response = await app.request("/health");
	expect(response.status).toBe(200);
	const health = await response.json();
	expect(health.status).toBe("degraded");
	expect(health.missing.length).toBeGreaterThan(0);
});

test("a cry for help is answered with the area's own people", async () => {
	const turn = { area: "demo", audience: "young_person", input: { kind: "text", text: "my dad hits me" } };
	const view = await (await app.request("/api/v1/conversation/turns", json(turn))).json();
	expect(view.urgent.routes.map((route: { id: string }) => route.id)).toContain("childline");
	expect(view.routes.human.map((route: { id: string }) => route.id)).toContain("front-door");
});

test.each(["/", "/guide", "/people/demo", "/answers", "/stages", "/glossary", "/helplines", "/answers/s47-what"])(
	"%s is served all the same",
	async (path) => {
		const response = await app.request(path);
		expect(response.status).toBe(200);
		expect(await response.text()).toContain("999");
	},
);

test("the directory says what is wrong and keeps the ways to people", async () => {
	const page = await app.request("/directory/demo");
	expect(page.status).toBe(503);
	expect(await page.text()).toContain("tel:");
	const api = await app.request("/api/v1/areas/demo/services");
	expect(api.status).toBe(503);
	expect((await api.json()).routes.human.length).toBeGreaterThan(0);
});
