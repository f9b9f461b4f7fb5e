import { statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Edge, startEdge } from "#tests/support/edge.ts";
import { json } from "#tests/support/test-app.ts";

let edge: Edge;
beforeAll(async () => {
	edge = await startEdge();
});
afterAll(() => edge.close());

/** Gzipped, in bytes: design.md's budget for the Worker, content included. */
const BUNDLE_BUDGET = 900 * 1024;

test("the bundle stays within its budget", async () => {
	expect(statSync("dist/worker/worker.js").mtimeMs).toBeGreaterThan(0);
	expect(gzipSync(await readFile("dist/worker/worker.js")).length).toBeLessThan(BUNDLE_BUDGET);
});

describe("the production bundle in workerd", () => {
	test("is well, with its database", async () => {
		const health = await edge.request("/health");
		expect(await health.json()).toMatchObject({ status: "ok" });
	});

	test("answers a question, with its area's people", async () => {
		const turn = { area: "demo", audience: "parent", input: { kind: "text", text: "what is a section 47 enquiry" } };
		const response = await edge.request("/api/v1/conversation/turns", json(turn));
		expect(response.status).toBe(200);
		const view = await response.json();
		expect(view.answer.id).toBe("s47-what");
		expect(view.routes.human.length).toBeGreaterThan(1);
	});

	test("searches the directory from memory", async () => {
		const found = await (await edge.request("/api/v1/areas/demo/services?q=food+bank")).json();
		expect(found.items[0].name).toContain("Food Bank");
		expect(found.facets.need.length).toBeGreaterThan(0);
	});

	test("publishes Open Referral UK", async () => {
		const page = await (await edge.request("/oruk/v3/demo/services?per_page=2")).json();
		expect(page).toMatchObject({ page_number: 1, size: 2, first_page: true });
	});

	test("serves the pages with strict headers", async () => {
		const home = await edge.request("/");
		expect(home.status).toBe(200);
		expect(home.headers.get("content-security-policy")).not.toContain("unsafe");
		expect(home.headers.get("referrer-policy")).toBe("no-referrer");
		expect(home.headers.get("strict-transport-security")).toContain("max-age");
	});

	test("walks the guide without script: POST, 303, the same address", async () => {
		const origin = new URL((await edge.request("/")).url).origin;
		const posted = await edge.request("/guide", {
			method: "POST",
			headers: { "content-type": "application/x-www-form-urlencoded", origin },
			body: "text=what+is+a+section+47",
		});
		expect(posted.status).toBe(303);
		expect(posted.headers.get("location")).toBe("/guide");
		const cookie = posted.headers.get("set-cookie") ?? "";
		expect(cookie).toMatch(/HttpOnly/i);
		expect(cookie).toMatch(/Secure/i);
		const page = await edge.request("/guide", { headers: { cookie: cookie.split(";")[0] ?? "" } });
		expect(await page.text()).toContain("section 47");
	});

	test("keeps the guide, the ways to people and the last directory when its database is gone", async () => {
		await edge.stopDatabase();
		expect(await (await edge.request("/health")).json()).toMatchObject({ status: "degraded" });
		const turn = { area: "demo", input: { kind: "text", text: "my dad hits me" } };
		const view = await (await edge.request("/api/v1/conversation/turns", json(turn))).json();
		expect(view.urgent).not.toBeNull();
		expect(view.routes.human.map((route: { id: string }) => route.id)).toContain("front-door");
		const found = await edge.request("/api/v1/areas/demo/services?q=food");
		expect(found.status).toBe(200);
		const elsewhere = await edge.request("/api/v1/areas/elsewhere/services?q=food");
		expect(elsewhere.status).toBe(503);
		expect((await elsewhere.json()).routes.human.length).toBeGreaterThan(0);
	}, 40_000);
});
