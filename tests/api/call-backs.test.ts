import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestApp, json, type TestApp } from "#tests/support/test-app.ts";

let app: TestApp;
beforeAll(async () => {
	app = await createTestApp();
});
afterAll(() => app.close());

const AT = "/api/v1/areas/demo/call-backs";
const body = (more: object = {}) => json({ name: "Sam", phone: "07700 900456", who: "parent", ...more });
const post = async (path: string, init: RequestInit) => {
	const response = await app.request(path, init);
	return { status: response.status, headers: response.headers, body: await response.json() };
};

test("a request over the API is kept, and its answer holds reference, words, promise and triage", async () => {
	const { status, headers, body: receipt } = await post(AT, body());
	expect(status).toBe(201);
	expect(headers.get("cache-control")).toBe("no-store");
	expect(receipt).toMatchObject({
		status: "received",
		promise: "by 5pm on Tuesday 24 November",
		urgent: null,
		triage: { level: "none" },
	});
	const shown = await post(`${AT}/${receipt.reference}/status`, json({ secret: receipt.secret }));
	expect(shown.body).toMatchObject({ reference: receipt.reference, status: "received", waiting: true });
	expect((await post(`${AT}/${receipt.reference}/cancel`, json({ secret: receipt.secret }))).body.status).toBe(
		"cancelled",
	);
	expect((await post(`${AT}/${receipt.reference}/erase`, json({ secret: receipt.secret }))).body.erased).toBe(true);
	expect((await post(`${AT}/${receipt.reference}/status`, json({ secret: "no such words here" }))).status).toBe(404);
});

test("danger in the line is answered with the card beside the receipt", async () => {
	const { status, body: receipt } = await post(AT, body({ line: "he is going to kill us tonight" }));
	expect(status).toBe(201);
	expect(receipt.urgent.routes.length).toBeGreaterThan(0);
	expect(receipt.reference).toMatch(/^[3-9A-Y]{8}$/);
});

test.each([
	[{ phone: "1" }, "phone"],
	[{ phone: undefined }, "phone"],
	[{ line: "x".repeat(201) }, "line"],
	[{ who: "someone" }, "who"],
	[{ surname: "Smith" }, "surname"],
	[{ about: ["my story"] }, "about"],
])("%j is refused with what is wrong, a way to people, and no echo of the number", async (more, named) => {
	const { status, body: problem } = await post(AT, body(more));
	expect(status).toBe(422);
	expect(problem.detail).toContain(named);
	expect(problem.routes.human.length).toBeGreaterThan(0);
	expect(JSON.stringify(problem)).not.toContain("900456");
});

test("the same request under the same key is one request", async () => {
	const keyed = {
		...body({ name: "Keyed" }),
		headers: { "content-type": "application/json", "idempotency-key": "0123456789abcdef-x" },
	};
	const [one, two] = [await post(AT, keyed), await post(AT, keyed)];
	expect(two.body.reference).toBe(one.body.reference);
	expect(two.body.secret).toBe(one.body.secret);
	const without = [await post(AT, body({ name: "None" })), await post(AT, body({ name: "None" }))];
	expect(without[0]?.body.reference).not.toBe(without[1]?.body.reference);
});

test("a form of another site cannot send it: only JSON is taken, and danger in it is answered all the same", async () => {
	const plain = {
		...body({ line: "my dad hits me" }),
		headers: { "content-type": "text/plain", origin: "http://localhost" },
	};
	const { status, body: problem } = await post(AT, plain);
	expect(status).toBe(422);
	expect(problem.urgent).not.toBeNull();
	const crossed = await app.request(AT, {
		...plain,
		headers: { "content-type": "text/plain", origin: "https://evil.example.org" },
	});
	expect(crossed.status).toBe(403);
});

test("an area that takes no requests says so with the way to people; one that is not there is not found", async () => {
	await app.deps.areas.save({ slug: "inland", name: "Inland", demonstration: false });
	expect((await post("/api/v1/areas/inland/call-backs", body())).status).toBe(503);
	expect((await post("/api/v1/areas/nowhere/call-backs", body())).status).toBe(404);
});

test("where the database is away the answer says that nobody has it", async () => {
	const away = await createTestApp({ databaseUrl: "http://127.0.0.1:9" });
	const response = await away.request(AT, body());
	const problem = await response.json();
	expect(response.status).toBe(503);
	expect(problem.detail).toContain("nobody has seen it");
	expect(problem.routes.human.length).toBeGreaterThan(0);
});

test("the description of the API names the calls", async () => {
	const { paths } = await (await app.request("/openapi.json")).json();
	expect(Object.keys(paths).filter((path) => path.includes("call-backs"))).toHaveLength(4);
});
