import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestApp, json, type TestApp } from "#tests/support/test-app.ts";

let app: TestApp;
beforeAll(async () => {
	app = await createTestApp();
});
afterAll(() => app.close());

test.each([
	"/nowhere",
	"/answers/none-such",
	"/stages/none-such",
	"/directory/none-such",
	"/about/none-such",
	"/people/none-such",
])("%s is a page that says so and shows the way to people", async (path) => {
	const response = await app.request(path);
	expect(response.status).toBe(404);
	const html = await response.text();
	expect(html).toContain("999");
	expect(html).toContain("tel:");
});

test.each([
	"/api/v1/nowhere",
	"/api/v1/areas/none-such/services",
	"/api/v1/areas/demo/services/none-such",
	"/oruk/v3/none-such/services",
])("%s is problem details with the ways to people", async (path) => {
	const response = await app.request(path);
	expect(response.status).toBe(404);
	expect(response.headers.get("content-type")).toContain("application/problem+json");
	const problem = await response.json();
	expect(problem).toMatchObject({ status: 404, title: expect.any(String), detail: expect.any(String) });
	expect(problem.routes.human.length).toBeGreaterThan(0);
	expect(problem.emergency).toContain("999");
});

describe("a search that cannot be read", () => {
	test.each(["page=0", "page=x", "per_page=100000", "radius_km=-1", "age=old", "sort=best"])(
		"%s names the parameter",
		async (query) => {
			const response = await app.request(`/api/v1/areas/demo/services?${query}`);
			expect(response.status).toBe(400);
			expect((await response.json()).detail).toContain(query.split("=")[0]);
		},
	);
});

test("every answer has strict headers", async () => {
	for (const path of ["/", "/guide", "/api/v1/places?postcode=ZZ1+1AA", "/nowhere", "/health"]) {
		const { headers } = await app.request(path);
		expect(headers.get("x-content-type-options")).toBe("nosniff");
		expect(headers.get("referrer-policy")).toBe("no-referrer");
		expect(headers.get("content-security-policy")).toContain("default-src 'none'");
		expect(headers.get("content-security-policy")).not.toContain("unsafe");
		expect(headers.get("x-frame-options")).toBe("DENY");
	}
});

test("a form from another site is refused", async () => {
	const init = {
		method: "POST",
		headers: { "content-type": "application/x-www-form-urlencoded", origin: "https://evil.example.org" },
		body: "text=hello",
	};
	expect((await app.request("/guide", init)).status).toBe(403);
});

test("the description of the API names every address of it", async () => {
	const document = await (await app.request("/openapi.json")).json();
	expect(Object.keys(document.paths)).toEqual(
		expect.arrayContaining([
			"/health",
			"/api/v1/conversation/turns",
			"/api/v1/areas/{area}/services",
			"/api/v1/places",
		]),
	);
});

test("odd bodies are refused with a reason, never with 5xx", async () => {
	for (const body of [
		null,
		7,
		[],
		{},
		{ input: null },
		{ input: { kind: "text" } },
		{ input: { kind: "date", date: "soon" } },
		{ input: { kind: "choice", id: [] } },
	]) {
		const response = await app.request("/api/v1/conversation/turns", json(body));
		expect(response.status).toBe(422);
		expect((await response.json()).detail.length).toBeGreaterThan(5);
	}
});
