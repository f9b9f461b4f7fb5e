import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import * as published from "#api/oruk/schemas.ts";
import type { Service } from "#domain/directory/service.ts";
import { anyService } from "#tests/support/any-service.ts";
import { migratedDatabase, type TestDatabase } from "#tests/support/database.ts";
import { aLocation, aService, aTerm, placed, uuid } from "#tests/support/directory.ts";
import { createFeedApp, fillArea } from "#tests/support/feed-app.ts";

const now = new Date("2026-03-02T09:00:00.000Z");
const attribute = (n: number) => ({ id: uuid(500 + n), taxonomy_term: aTerm(n) });
const services: readonly Service[] = Array.from({ length: 12 }, (_, n) => ({
	...placed(aService(n, { attributes: [attribute(n % 3)] }), aLocation(n, { latitude: 51.5 + n / 100 })),
}));

type Feed = Awaited<ReturnType<typeof createFeedApp>>;
let database: TestDatabase;
let feed: Feed;
beforeAll(async () => {
	database = await migratedDatabase();
	feed = await createFeedApp(database.url, now);
	await fillArea(feed.deps, "demo", services);
});
afterAll(() => database.close());

const get = (path: string, init?: RequestInit) => feed.app.request(`/oruk/v3${path}`, init);
const json = async (path: string) => (await get(path)).json();

describe("GET /oruk/v3/{area}", () => {
	test("says what it is, alike with and without its trailing slash", async () => {
		const [bare, slash] = await Promise.all(["/demo", "/demo/"].map(async (path) => (await get(path)).text()));
		expect(bare).toBe(slash);
		expect(JSON.parse(bare ?? "")).toEqual({
			version: "HSDS-UK-3.0",
			profile: expect.stringMatching(/^https:/),
			openapi_url: "http://localhost/oruk/v3/openapi.json",
		});
	});

	test("gives absolute addresses as the deployment is known, not as a proxy calls it", async () => {
		const other = await createFeedApp(database.url, now, "https://help.example.org/");
		const answer = await other.app.request("/oruk/v3/demo");
		expect(await answer.json()).toMatchObject({ openapi_url: "https://help.example.org/oruk/v3/openapi.json" });
	});
});

describe("lists", () => {
	const lists = ["services", "service_at_locations", "organizations", "taxonomies", "taxonomy_terms"];

	test.each(lists)("/%s answers alike with a trailing slash, for any origin, in the envelope", async (list) => {
		const answer = await get(`/demo/${list}/`, { headers: { origin: "https://widget.example.org" } });
		expect(answer.status).toBe(200);
		expect(answer.headers.get("access-control-allow-origin")).toBe("*");
		const body = await answer.json();
		expect(body).toEqual(await json(`/demo/${list}`));
		expect(body).toMatchObject({ page_number: 1, first_page: true, last_page: true, empty: false });
		expect(body.size).toBe(body.contents.length);
	});

	test.each(lists)("/%s tells each mistake, which parameter it is in and how to write it", async (list) => {
		for (const [query, named] of [
			["page=0", /page: .*1/],
			["page=-1", /page/],
			["page=1e9", /page/],
			["per_page=0", /per_page/],
			["per_page=many", /per_page: .*250/],
			["format=xml", /format: .*ndjson/],
			[`search=${"x".repeat(501)}`, /search: .*500/],
		] as const) {
			const answer = await get(`/demo/${list}?${query}`);
			expect([query, answer.status]).toEqual([query, 400]);
			expect(answer.headers.get("content-type")).toMatch("application/problem+json");
			expect(await answer.json()).toMatchObject({
				status: 400,
				detail: expect.stringMatching(named),
				routes: expect.anything(),
			});
		}
	});

	test.each([
		"day=XX",
		"start_time=25:00",
		"end_time=noon",
		"minimum_age=abc",
		"maximum_age=-1",
		"age=x",
		"modified_after=soon",
		"modified_after=2026-02-31T10:00:00",
		"minimal=perhaps",
		"full=2",
		"postcode=nowhere",
		"postcode=ZZ1+1AA&proximity=far",
		"proximity=100",
	])("/services?%s is refused, not ignored", async (query) => {
		const answer = await get(`/demo/services?${query}`);
		expect(answer.status).toBe(400);
		expect((await answer.json()).detail).toContain(query.split(/[=&]/).at(query.includes("&") ? -2 : 0));
	});

	test.each(["", "page=", "search=", "per_page=%20", "utm_source=x", "day=&proximity="])(
		"/services?%s is the whole list",
		async (query) => {
			expect(await json(`/demo/services?${query}`)).toMatchObject({ total_items: 12 });
		},
	);

	test("a page is never longer than the bound, and says how long it is", async () => {
		expect(await json("/demo/services?per_page=1000000")).toMatchObject({ size: 12, total_pages: 1 });
		expect(await json("/demo/services?per_page=5&page=3")).toMatchObject({ size: 2, total_pages: 3, last_page: true });
		expect(await json("/demo/services?per_page=5&page=9")).toMatchObject({ size: 0, empty: true, total_items: 12 });
	});

	test("minimal=true is ids and dates, everything in one page", async () => {
		const { contents } = await json("/demo/services?minimal=true");
		expect(contents).toHaveLength(12);
		expect(contents[0]).toEqual({ id: uuid(0), last_modified: now.toISOString() });
	});

	test("lists are brief unless full is asked for", async () => {
		const [brief] = (await json("/demo/services")).contents;
		expect(brief).not.toHaveProperty("service_at_locations");
		expect(brief).toMatchObject({ organization_id: uuid(900_000), organization: { name: "Riverside Trust" } });
		const [full] = (await json("/demo/services?full=true")).contents;
		expect(full).toEqual(await json(`/demo/services/${full.id}`));
		const [place] = (await json("/demo/service_at_locations?full=1")).contents;
		expect(place).toEqual(await json(`/demo/service_at_locations/${place.id}`));
		expect((await json("/demo/service_at_locations")).contents[0].location).not.toHaveProperty("addresses");
	});

	test("organisations come with their services in full where that is asked for", async () => {
		expect((await json("/demo/organizations")).contents[0]).not.toHaveProperty("services");
		for (const path of ["/demo/organizations?full_service=true", "/demo/organizations?full=true"]) {
			expect((await json(path)).contents[0].services).toHaveLength(12);
		}
		const one = await json(`/demo/organizations/${uuid(900_000)}?full_service=true`);
		expect(one.services[0]).toHaveProperty("service_at_locations");
	});

	test.each(lists)("/%s?format=ndjson gives every record, one to a line", async (list) => {
		const answer = await get(`/demo/${list}?format=ndjson&per_page=2`);
		expect(answer.headers.get("content-type")).toMatch("application/x-ndjson");
		const lines = (await answer.text())
			.trimEnd()
			.split("\n")
			.map((line) => JSON.parse(line));
		const { total_items } = await json(`/demo/${list}`);
		expect(new Set(lines.map((line) => line.id)).size).toBe(total_items);
	});

	test("ndjson of services is what single records are, and empty where nothing matches", async () => {
		const [line = ""] = (await (await get("/demo/services?format=ndjson")).text()).split("\n");
		expect(JSON.parse(line)).toEqual(await json(`/demo/services/${JSON.parse(line).id}`));
		expect(await (await get("/demo/services?format=ndjson&search=zzqx")).text()).toBe("");
	});

	test("day takes codes and names alike", async () => {
		const schedules = [{ id: uuid(1), freq: "WEEKLY" as const, byday: "TU" }];
		await fillArea(feed.deps, "days", [aService(1, { schedules }), aService(2)]);
		for (const day of ["TU", "tu", "Tuesday", "tue"]) {
			expect(await json(`/days/services?day=${day}`)).toMatchObject({ total_items: 1 });
		}
		expect(await json("/days/services?day=WE")).toMatchObject({ total_items: 0 });
	});

	test("a plus sign that was not escaped in an offset still reads as one", async () => {
		const since = (text: string) => json(`/demo/services?modified_after=${text}`);
		expect(await since("2026-03-02T10:00:00.000+01:00")).toMatchObject({ total_items: 12 });
		expect(await since("2026-03-02T10:00:00.001%2B01:00")).toMatchObject({ total_items: 0 });
		expect(await since("2026-03-03")).toMatchObject({ total_items: 0 });
	});

	test("near a postcode: metres, nearest first, whatever its case and space; an unknown one finds nothing", async () => {
		const single = await createFeedApp(database.url, now);
		await fillArea(single.deps, "near", [
			placed(aService(1), aLocation(1, { latitude: 51.5 })),
			placed(aService(2), aLocation(2, { latitude: 51.52, addresses: undefined })),
			placed(aService(3), aLocation(3, { latitude: 51.6, addresses: undefined })),
		]);
		const names = async (query: string) =>
			(await json(`/near/service_at_locations?${query}`)).contents.map(
				(place: { location: { name: string } }) => place.location.name,
			);
		expect(await names("postcode=ZZ1%201AA&proximity=3000")).toEqual(["Centre 1", "Centre 2"]);
		expect(await names("postcode=zz11aa&proximity=3000")).toEqual(["Centre 1", "Centre 2"]);
		expect(await names("postcode=ZZ1%201AA")).toEqual(["Centre 1", "Centre 2", "Centre 3"]);
		expect(await names("postcode=ZZ99%209ZZ&proximity=3000")).toEqual([]);
		expect(await json("/near/services?postcode=ZZ99+9ZZ&proximity=3000")).toMatchObject({
			total_items: 0,
			empty: true,
			total_pages: 0,
		});
	});
});

describe("single records", () => {
	test.each(["services", "service_at_locations", "organizations", "taxonomies", "taxonomy_terms"])(
		"/%s/{id} is 404 problem details with routes for what is not there",
		async (list) => {
			for (const id of ["ffffffff-ffff-4fff-bfff-ffffffffffff", "not-a-uuid", "%00", "%F0%9F%92%A5"]) {
				const answer = await get(`/demo/${list}/${id}`);
				expect([id, answer.status]).toEqual([id, 404]);
				expect(await answer.json()).toMatchObject({ status: 404, routes: expect.anything() });
				expect(answer.headers.get("access-control-allow-origin")).toBe("*");
			}
		},
	);

	test("records carry the keys that tie them together", async () => {
		const service = await json(`/demo/services/${uuid(3)}`);
		const [place] = service.service_at_locations;
		expect(place).toMatchObject({ service_id: uuid(3), location_id: place.location.id });
		expect(place.location.addresses[0].location_id).toBe(place.location.id);
		expect(service.attributes[0]).toMatchObject({
			link_id: uuid(3),
			link_entity: "service",
			taxonomy_term_id: aTerm(0).id,
		});
		expect(await json(`/demo/taxonomy_terms/${aTerm(0).id}`)).toEqual(service.attributes[0].taxonomy_term);
		expect(await json(`/demo/organizations/${service.organization_id}`)).toEqual(service.organization);
	});

	test("a value that breaks a format of the standard is left out or brought into form", async () => {
		const service = aService(1, {
			url: "https://example.org/a b|ü?q=[1]%zz",
			email: "not an address",
			assured_date: "2026-01-31",
			organization: { id: uuid(9), name: "O", description: "d", website: "www.example.org" },
			schedules: [{ id: uuid(2), opens_at: "00:00", closes_at: "24:00", dtstart: "soon", exceptions: ["2026-12-25"] }],
			cost_options: [{ id: uuid(3), valid_from: "2026-01-01T00:00:00Z", amount: 0 }],
			fees_description: "Free",
		});
		await fillArea(feed.deps, "formats", [service]);
		const shown = await json(`/formats/services/${uuid(1)}`);
		expect(shown.url).toBe("https://example.org/a%20b%7C%C3%BC?q=[1]%25zz");
		expect(shown).not.toHaveProperty("email");
		expect(shown.organization).not.toHaveProperty("website");
		expect(shown.schedules).toEqual([{ id: uuid(2), service_id: uuid(1), opens_at: "00:00", closes_at: "23:59" }]);
		expect(shown.cost_options[0]).toEqual({ id: uuid(3), service_id: uuid(1), valid_from: "2026-01-01", amount: 0 });
		expect(shown).toMatchObject({ fees: "Free", fees_description: "Free" });
	});

	test("whatever the record, what goes out is what the OpenAPI document says, without a null or an empty value", async () => {
		let n = 0;
		await fc.assert(
			fc.asyncProperty(anyService, async (service) => {
				const area = `any-${++n}`;
				await fillArea(feed.deps, area, [service]);
				const shown = await json(`/${area}/services/${service.id}`);
				expect(z.safeParse(published.Service, shown).error?.issues ?? []).toEqual([]);
				JSON.stringify(shown, (key, value) => {
					expect([key, value]).not.toEqual([key, null]);
					if (typeof value === "object" || typeof value === "string")
						expect([key, Object.keys(value).length]).not.toEqual([key, 0]);
					return value;
				});
				for (const key of ["masked", "exceptions", "internal"])
					expect(JSON.stringify(shown)).not.toContain(`"${key}":`);
			}),
			{ numRuns: 60 },
		);
	});
});
