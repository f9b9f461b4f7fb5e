import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { seedDemo } from "#cli/seed.ts";
import { createTestApp, type TestApp } from "#tests/support/test-app.ts";

/** What the feed promises its readers, held against the demonstration; needs no published schema. */

type Json = Readonly<Record<string, unknown>>;
let app: TestApp;
beforeAll(async () => {
	app = await createTestApp();
	await seedDemo(app.deps, () => {});
});
afterAll(() => app.close());

const get = async (path: string): Promise<Json> => (await app.request(`/oruk/v3/demo${path}`)).json();
const listOf = (page: Json): readonly Json[] => (Array.isArray(page["contents"]) ? page["contents"] : []);

async function everyPage(list: string, perPage: number): Promise<readonly Json[]> {
	const all: Json[] = [];
	for (let number = 1; ; number += 1) {
		const page = await get(`/${list}?page=${number}&per_page=${perPage}`);
		const contents = listOf(page);
		expect(page).toMatchObject({
			page_number: number,
			size: contents.length,
			first_page: number === 1,
			empty: contents.length === 0,
			total_pages: Math.ceil(Number(page["total_items"]) / perPage),
		});
		all.push(...contents);
		if (page["last_page"] === true) {
			expect(all.length).toBe(page["total_items"]);
			return all;
		}
		expect(number).toBeLessThan(100);
	}
}

/** Every value beneath a record, with the names that lead to it. */
function* valuesIn(value: unknown, path = ""): Generator<readonly [string, unknown]> {
	yield [path, value];
	if (Array.isArray(value)) for (const item of value) yield* valuesIn(item, path);
	else if (typeof value === "object" && value !== null)
		for (const [name, inner] of Object.entries(value)) yield* valuesIn(inner, `${path}.${name}`);
}

describe.each(["services", "organizations", "service_at_locations", "taxonomies", "taxonomy_terms"])("%s", (list) => {
	test("the pages together are the whole, each record once, in the same order however they are cut", async () => {
		const [byThree, byHundred] = [await everyPage(list, 7), await everyPage(list, 100)];
		const ids = byHundred.map((record) => record["id"]);
		expect(byThree.map((record) => record["id"])).toEqual(ids);
		expect(new Set(ids).size).toBe(ids.length);
		expect(ids.length).toBeGreaterThan(0);
	});

	test("every record stands at its own address, with nothing null or empty and proper dates", async () => {
		for (const { id } of (await everyPage(list, 100)).slice(0, 30)) {
			const record = await get(`/${list}/${id}`);
			expect(record["id"]).toBe(id);
			for (const [path, value] of valuesIn(record)) {
				expect([path, value === null || value === ""]).toEqual([path, false]);
				if (Array.isArray(value)) expect([path, value.length === 0]).toEqual([path, false]);
				if (/\.last_modified$/.test(path))
					expect(value).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}(?:Z|[+-]\d\d:\d\d)$/);
				if (/\.(?:assured_date|valid_from|valid_to|dtstart|until)$/.test(path))
					expect(value).toMatch(/^\d{4}-\d\d-\d\d$/);
			}
		}
	});

	test("an id that nobody has is 404, with CORS and problem details", async () => {
		const answer = await app.request(`/oruk/v3/demo/${list}/00000000-0000-4000-8000-000000000000`);
		expect([answer.status, answer.headers.get("access-control-allow-origin")]).toEqual([404, "*"]);
	});
});

test("the description names the version of the standard", async () => {
	expect(await get("/")).toMatchObject({ version: "HSDS-UK-3.0" });
});

test("taxonomy and age filters give exactly the records that fit", async () => {
	const all = await Promise.all((await everyPage("services", 100)).map(({ id }) => get(`/services/${id}`)));
	const termsOf = (service: Json) =>
		[...valuesIn(service)].flatMap(([path, value]) => (path.endsWith(".taxonomy_term.id") ? [value] : []));
	const term = all.flatMap(termsOf)[0];
	const ids = async (query: string) =>
		new Set(listOf(await get(`/services?per_page=100&${query}`)).map((service) => service["id"]));
	const fitting = (fits: (service: Json) => boolean) => new Set(all.filter(fits).map((service) => service["id"]));
	expect(await ids(`taxonomy_term_id=${term}`)).toEqual(fitting((service) => termsOf(service).includes(term)));
	const age = (service: Json, bound: string, otherwise: number) => Number(service[bound] ?? otherwise);
	expect(await ids("age=6")).toEqual(
		fitting((service) => age(service, "minimum_age", 0) <= 6 && age(service, "maximum_age", 999) >= 6),
	);
});
