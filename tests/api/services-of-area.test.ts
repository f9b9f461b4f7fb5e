import Papa from "papaparse";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { seedDemo } from "#cli/seed.ts";
import { aBatch, aLocation, aService, placed, uuid } from "#tests/support/directory.ts";
import { createTestApp, json, type TestApp } from "#tests/support/test-app.ts";

let app: TestApp;
const asked: string[] = [];
let tooMany = false;
beforeAll(async () => {
	const limited = async (who: string) => {
		asked.push(who);
		return tooMany;
	};
	app = await createTestApp({ settings: { limited } });
	await seedDemo(app.deps, () => {});
	await app.deps.areas.save({ slug: "small", name: "Small", demonstration: true });
	const services = [
		placed(
			aService(1, {
				name: "=HYPERLINK(1)",
				assured_date: "2026-11-01",
				schedules: [{ id: "s", freq: "WEEKLY", byday: "MO", opens_at: "10:00", closes_at: "11:00" }],
				internal: { notes: "ring Pat first", assurer: "officer@example.org" },
			}),
			aLocation(1, { masked: true }),
		),
		aService(2, { internal: { archived: true } }),
	];
	await app.deps.directory.applyImport("small", "feed", aBatch(services), app.deps.clock.now());
});
afterAll(() => app.close());

const get = (path: string) => app.request(`/api/v1/areas/${path}`);
const secretRe = /High Street|ZZ1 1AA|ring Pat|officer@/;

test("a service comes with how complete it is and how lately it was confirmed", async () => {
	const service = await (await get(`small/services/${uuid(1)}`)).json();
	expect(service.freshness).toEqual({ state: "fresh", assured_date: "2026-11-01" });
	expect(service.completeness.score).toBeLessThan(100);
	expect(service.completeness.missing).toContain("description");
});

describe("a whole directory", () => {
	test("as CSV: every listing once, no formula, nothing secret or internal", async () => {
		const answer = await get("small/services.csv");
		expect(answer.headers.get("content-type")).toContain("text/csv");
		expect(answer.headers.get("content-disposition")).toContain("services.csv");
		const text = await answer.text();
		expect(text).not.toMatch(secretRe);
		const { data } = Papa.parse<Readonly<Record<string, string>>>(text, { header: true, skipEmptyLines: true });
		expect(data).toMatchObject([{ id: uuid(1), name: "'=HYPERLINK(1)", freshness: "fresh", places: "Zedton, ZZ1" }]);
		const demo = Papa.parse(await (await get("demo/services.csv")).text(), { header: true, skipEmptyLines: true });
		expect(demo.errors).toEqual([]);
		const feed = await (await app.request("/oruk/v3/demo/services?per_page=1")).json();
		expect(demo.data).toHaveLength(feed.total_items);
	});

	test("as ndjson: the records of the feed", async () => {
		const lines = (await (await get("demo/services.ndjson")).text()).trim().split("\n");
		const feed = await (await app.request("/oruk/v3/demo/services?format=ndjson")).text();
		expect(lines).toEqual(feed.trim().split("\n"));
		expect(await (await get("small/services.ndjson")).text()).not.toMatch(secretRe);
	});

	test("may be read from any site; an area that is not there is 404", async () => {
		for (const ending of ["csv", "ndjson"]) {
			expect((await get(`demo/services.${ending}`)).headers.get("access-control-allow-origin")).toBe("*");
			expect((await get(`nowhere/services.${ending}`)).status).toBe(404);
		}
	});
});

test("a service's sessions are a calendar file, without a secret address", async () => {
	const answer = await get(`small/services/${uuid(1)}.ics`);
	expect(answer.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
	const text = await answer.text();
	expect(text).toContain("RRULE:FREQ=WEEKLY;WKST=MO;BYDAY=MO\r\n");
	expect(text).not.toMatch(secretRe);
	expect((await get(`small/services/${uuid(9)}.ics`)).status).toBe(404);
});

describe("something is wrong with this", () => {
	const report = (id: string, body: unknown) => app.request(`/api/v1/areas/small/services/${id}/reports`, json(body));

	test("is counted by reason, without a word of who said it", async () => {
		for (const reason of ["closed", "closed", "unsafe"]) expect((await report(uuid(1), { reason })).status).toBe(202);
		expect(await app.deps.serviceReports.of("small")).toEqual([
			{ service: uuid(1), reason: "closed", reports: 2, latest: "2026-11-24" },
			{ service: uuid(1), reason: "unsafe", reports: 1, latest: "2026-11-24" },
		]);
	});

	test("takes a reason from the list and nothing else", async () => {
		for (const body of [{ reason: "rude" }, { reason: "closed", note: "I am Pat Example" }, {}, [], "closed", null]) {
			const answer = await report(uuid(1), body);
			expect([body, answer.status]).toEqual([body, 422]);
			expect((await answer.json()).detail).toContain("wrong_times");
		}
		expect((await report(uuid(1), { reason: "closed", note: "x".repeat(5000) })).status).toBe(413);
	});

	test("of a service that is not there or archived is 404", async () => {
		for (const id of [uuid(2), uuid(3)]) expect((await report(id, { reason: "closed" })).status).toBe(404);
	});

	test("is limited", async () => {
		tooMany = true;
		expect((await report(uuid(1), { reason: "closed" })).status).toBe(429);
		tooMany = false;
		expect(asked.length).toBeGreaterThan(0);
	});
});
