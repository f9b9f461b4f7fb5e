import { afterAll, beforeAll, expect, test } from "vitest";
import { createDependencies } from "#dependencies/create-dependencies.ts";
import { openCallBack } from "#services/open-call-back.ts";
import { type Edge, startEdge } from "#tests/support/edge.ts";
import { json, TEST_KEYS } from "#tests/support/test-app.ts";

let edge: Edge;
beforeAll(async () => {
	edge = await startEdge();
});
afterAll(() => edge.close());

const AT = "/api/v1/areas/demo/call-backs";
const body = { name: "Sam", phone: "07700 900123", who: "parent", line: "please text" };

test("what the edge seals, Node opens with the same keys; and the person sees it at the edge", async () => {
	const response = await edge.request(AT, json(body));
	expect(response.status).toBe(201);
	const { reference, secret } = await response.json();
	const deps = createDependencies({ url: edge.databaseUrl }, { callBacks: { keys: TEST_KEYS } });
	const opened = await openCallBack(deps, { area: "demo", reference, actor: "a test" });
	expect(opened?.details).toMatchObject({ name: "Sam", phone: "+447700900123", line: "please text" });
	const shown = await edge.request(`${AT}/${reference}/status`, json({ secret }));
	expect((await shown.json()).status).toBe("received");
	const erased = await edge.request(`${AT}/${reference}/erase`, json({ secret }));
	expect((await erased.json()).erased).toBe(true);
	expect((await deps.callBacks.find(reference))?.sealed).toBeNull();
});

test("the page is served at the edge, and a database that is away is said so with ways to people", async () => {
	const page = await (await edge.request("/call-back/demo")).text();
	expect(page).toContain('name="phone"');
	await edge.stopDatabase();
	const response = await edge.request(AT, json({ ...body, line: "my dad hits me" }));
	expect(response.status).toBe(503);
	const problem = await response.json();
	expect(problem.urgent.routes.length).toBeGreaterThan(0);
	expect(problem.routes.human.length).toBeGreaterThan(0);
	expect((await edge.request("/call-back/demo")).status).toBe(200);
});
