import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Service } from "#domain/directory/service.ts";
import { databaseKinds, migratedDatabase, type TestDatabase } from "#tests/support/database.ts";
import { aLocation, aService, placed, uuid } from "#tests/support/directory.ts";
import { createFeedApp, fillArea } from "#tests/support/feed-app.ts";

const now = new Date("2026-03-02T09:00:00.000Z");
const services: readonly Service[] = Array.from({ length: 12 }, (_, n) => placed(aService(n), aLocation(n)));

let database: TestDatabase;
let feed: Awaited<ReturnType<typeof createFeedApp>>;
beforeAll(async () => {
	database = await migratedDatabase();
	feed = await createFeedApp(database.url, now);
	await fillArea(feed.deps, "demo", services);
});
afterAll(() => database.close());

const get = (path: string, init?: RequestInit) => feed.app.request(`/oruk/v3${path}`, init);
const json = async (path: string) => (await get(path)).json();

describe("freshness", () => {
	test("a reader who has the newest gets 304 until something changes", async () => {
		await fillArea(feed.deps, "fresh", [aService(1)]);
		const first = await get("/fresh/services");
		const etag = first.headers.get("etag") ?? "";
		expect(first.headers.get("last-modified")).toBe(now.toUTCString());
		const again = (tag: string) => get("/fresh/services", { headers: { "if-none-match": tag } });
		expect((await again(etag)).status).toBe(304);
		expect((await again(`"other", ${etag}`)).status).toBe(304);
		expect((await again('"other"')).status).toBe(200);
		await fillArea(feed.deps, "fresh", [aService(1)]);
		expect((await again(etag)).status).toBe(304);
		await fillArea(feed.deps, "fresh", [aService(1, { name: "Changed" })]);
		expect((await again(etag)).status).toBe(200);
	});

	test("errors are never kept", async () => {
		for (const path of ["/demo/services?page=0", "/demo/services/nothing", "/nowhere/services"]) {
			const answer = await get(path);
			expect(answer.headers.get("cache-control")).toBe("no-store");
			expect(answer.headers.get("etag")).toBeNull();
		}
	});
});

describe("the edges of the feed", () => {
	test("an area that is not there is 404 at every address", async () => {
		for (const path of ["/nowhere", "/nowhere/services", "/nowhere/services/x", "/%00/services", "/../etc"]) {
			expect((await get(path)).status).toBe(404);
		}
	});

	test("an optional list is offered where the area has records for it; the list of services always is", async () => {
		await fillArea(feed.deps, "bare", [aService(1)]);
		for (const list of ["service_at_locations", "taxonomies", "taxonomy_terms"]) {
			expect((await get(`/bare/${list}`)).status).toBe(404);
			expect((await get(`/bare/${list}?format=ndjson`)).status).toBe(404);
		}
		expect(await json("/demo/service_at_locations?search=zzqx")).toMatchObject({ total_items: 0 });
		await feed.deps.areas.save({ slug: "empty", name: "Empty", demonstration: true });
		expect(await json("/empty/services")).toMatchObject({
			total_items: 0,
			total_pages: 0,
			first_page: true,
			last_page: true,
		});
	});

	test("nothing can be written", async () => {
		for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
			const answer = await get("/demo/services", { method });
			expect([answer.status, answer.headers.get("allow")]).toEqual([405, "GET, HEAD, OPTIONS"]);
		}
	});

	test("HEAD answers as GET does, without the body", async () => {
		const answer = await get("/demo/services", { method: "HEAD" });
		expect([answer.status, await answer.text()]).toEqual([200, ""]);
	});

	test("a secret place is a town, in every shape of the feed", async () => {
		const secret = placed(
			aService(1, { description: "Find us at 1 High Street, ZZ1 1AA." }),
			aLocation(1, { masked: true, url: "https://example.org/1-high-street" }),
		);
		await fillArea(feed.deps, "secret", [secret]);
		const place = secret.service_at_locations?.[0]?.id;
		for (const path of [
			"services",
			"services?full=true",
			`services/${uuid(1)}`,
			"services?format=ndjson",
			"service_at_locations",
			"service_at_locations?full=true",
			`service_at_locations/${place}`,
			"service_at_locations?format=ndjson",
			"organizations?full=true",
			`organizations/${uuid(900_000)}?full_service=true`,
		]) {
			const answer = await get(`/secret/${path}`);
			expect([path, answer.status]).toEqual([path, 200]);
			expect(await answer.text()).not.toMatch(/high.street|zz1 ?1aa|51\.5|-0\.3|Centre/i);
		}
		for (const list of ["services", "service_at_locations"]) {
			expect(await json(`/secret/${list}?postcode=ZZ1+1AA&proximity=100000`)).toMatchObject({ total_items: 0 });
		}
	});

	test("the OpenAPI document describes every address and every parameter that is read", async () => {
		const document = await json("/openapi.json");
		expect(Object.keys(document.paths)).toContain("/service_at_locations/{id}");
		const names = document.paths["/services"].get.parameters.map((parameter: { name: string }) => parameter.name);
		for (const name of ["search", "taxonomy_term_id", "modified_after", "age", "postcode", "proximity", "minimal"])
			expect(names).toContain(name);
		const references = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(
			([, name]) => name ?? "",
		);
		for (const name of references) expect(document.components.schemas).toHaveProperty(name);
		expect(document.components.schemas.Service.required).toContain("organization_id");
	});

	test("a database that cannot be reached is 503 problem details with routes", async () => {
		const down = await createFeedApp("http://127.0.0.1:9", now);
		for (const path of ["/demo", "/demo/services?format=ndjson"]) {
			const answer = await down.app.request(`/oruk/v3${path}`);
			expect(answer.status).toBe(503);
			expect(answer.headers.get("access-control-allow-origin")).toBe("*");
			expect(await answer.json()).toMatchObject({ routes: expect.anything() });
		}
	});
});

describe.each(databaseKinds)("a whole feed over an %s", (kind) => {
	test("is read page by page without loss, and deleted records are told for 90 days", async () => {
		const own = await migratedDatabase(kind);
		const day = 86_400_000;
		const at = (date: Date) => createFeedApp(own.url, date);
		await fillArea((await at(now)).deps, "demo", services);
		await fillArea((await at(now)).deps, "demo", services.slice(1));
		await fillArea((await at(new Date(now.getTime() + day))).deps, "demo", services.slice(1));
		const ask = async (date: Date, query: string) =>
			(await (await at(date)).app.request(`/oruk/v3/demo/services?${query}`)).json();
		const later = new Date(now.getTime() + 2 * day);
		expect(await ask(later, "per_page=100")).toMatchObject({ total_items: 11 });
		const { contents } = await ask(later, "modified_after=2026-03-02T09:00:01Z");
		expect(contents).toMatchObject([{ id: uuid(0), status: "defunct", organization_id: uuid(900_000) }]);
		expect(await ask(later, "modified_after=2026-03-02T09:00:01Z&search=service")).toMatchObject({ total_items: 0 });
		expect(await ask(new Date(now.getTime() + 92 * day), "modified_after=2026-03-02T09:00:01Z")).toMatchObject({
			total_items: 0,
		});
		await own.close();
	});
});
