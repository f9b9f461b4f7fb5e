import { afterAll, beforeAll, expect, test } from "vitest";
import * as z from "zod";
import { directoryReader } from "#domain/places/onspd/read-directory.ts";
import { publishPlaces } from "#services/publish-places.ts";
import { migratedDatabase } from "#tests/support/database.ts";
import { createTestApp, type TestApp } from "#tests/support/test-app.ts";

const Council = z.strictObject({
	slug: z.string().optional(),
	gss_code: z.string().optional(),
	name: z.string(),
	served: z.boolean(),
	district: z.string().optional(),
});
const Answer = z.strictObject({
	postcode: z.string(),
	nation: z.string().nullable(),
	areas: z.array(Council).max(3),
	precision: z.enum(["exact", "approximate"]).nullable(),
	point: z.strictObject({ latitude: z.number(), longitude: z.number(), precision: z.string() }).optional(),
	other_authorities: z.array(Council).optional(),
});

let app: TestApp;
let bare: TestApp;
beforeAll(async () => {
	app = await createTestApp();
	await fillPlaces(app);
	bare = await createTestApp();
});
afterAll(async () => {
	await app.close();
	await bare.close();
});

/** An area for Hounslow, and a table around it. */
async function fillPlaces(to: TestApp): Promise<void> {
	await to.deps.areas.save({ slug: "hounslow", name: "Hounslow", demonstration: false });
	const reader = directoryReader(to.deps.places.book.wayOf);
	reader.begin("pcds,doterm,usertype,oslaua,lat,long");
	for (const line of [
		"W4 1TF,,0,E09000018,51.491,-0.256",
		"W4 1TG,,0,E09000018,51.491,-0.256",
		"W4 1XA,,0,E09000013,51.491,-0.25",
		"W4 2AA,,0,E09000013,51.491,-0.25",
		"W4 3AA,,0,E09000009,51.5,-0.25",
		"W4 4AA,,0,E09000033,51.5,-0.25",
		"CH5 1AA,,0,W06000005,53.2,-3.1",
		"CH1 1AA,,0,E06000050,53.2,-2.9",
	])
		reader.line(line);
	const published = await publishPlaces(to.deps, { ...reader.result(), source: "test", smaller: false });
	expect(published.kind).toBe("published");
}

async function ask(postcode: string, of = app) {
	const response = await of.request(`/api/v1/places?postcode=${encodeURIComponent(postcode)}`);
	expect(response.status).toBe(200);
	expect(response.headers.get("cache-control")).toBe("no-store");
	return Answer.parse(await response.json());
}

test("a known postcode is exact, with the area that serves it, its code and its neighbours", async () => {
	expect(await ask("w4 1tf")).toEqual({
		postcode: "W4 1TF",
		nation: "england",
		areas: [{ slug: "hounslow", gss_code: "E09000018", name: "Hounslow", served: true }],
		precision: "exact",
		point: { latitude: 51.491, longitude: expect.closeTo(-0.254, 3), precision: "sector" },
		other_authorities: [
			{ gss_code: "E09000013", name: "Hammersmith and Fulham", served: false },
			{ gss_code: "E09000009", name: "Ealing", served: false },
			{ gss_code: "E09000033", name: "Westminster", served: false },
		],
	});
});

test("near a border two or three are offered, those we serve first, and none is called sure", async () => {
	const sector = await ask("W4 1");
	expect(sector.areas.map(({ name }) => name)).toEqual(["Hounslow", "Hammersmith and Fulham"]);
	expect(sector.precision).toBe("approximate");
	const outcode = await ask("W4");
	expect(outcode.areas).toHaveLength(3);
	expect(outcode.areas[0]).toMatchObject({ name: "Hounslow", served: true });
	expect(outcode.other_authorities?.length).toBeGreaterThan(0);
});

test.each(["ZZ99 3VZ", "W4 1QQ", "W4 9ZZ", "QX1 1AA", "B1", "W1A 0AX", "SW1A1AA"])(
	"%s is well formed, so it is answered, known or not, with a council or without",
	async (postcode) => {
		expect((await ask(postcode)).precision).not.toBe("exact");
		expect((await ask(postcode, bare)).areas).toEqual([]);
	},
);

test("a postcode of the demonstration is served with and without a table", async () => {
	for (const each of [app, bare]) {
		const found = await ask("ZZ1 1AA", each);
		expect(found).toMatchObject({ areas: [{ slug: "demo", served: true }], precision: "exact", nation: "england" });
	}
});

test("other nations get their own answer and no council of England", async () => {
	for (const [postcode, nation] of [
		["G1 1AA", "scotland"],
		["CF10 1AA", "wales"],
		["BT1 1AA", "northern_ireland"],
		["JE2 4WD", "jersey"],
		["GY1 1AA", "guernsey"],
		["IM1 1AA", "isle_of_man"],
	] as const) {
		for (const each of [app, bare])
			expect(await ask(postcode, each)).toMatchObject({ nation, areas: [], precision: null });
	}
	expect(await ask("CH5 1AA")).toMatchObject({ nation: "wales", areas: [] });
	expect(await ask("CH5 1AA", bare)).toMatchObject({ nation: "border", areas: [] });
});

test.each(["", "nonsense", "W", "12345", "W4 1TFX", "<script>"])(
	"%j is no postcode: a problem that says how to mend it",
	async (text) => {
		const response = await app.request(`/api/v1/places?postcode=${encodeURIComponent(text)}`);
		expect(response.status).toBe(422);
		expect(response.headers.get("content-type")).toContain("application/problem+json");
		expect(await response.json()).toMatchObject({ detail: expect.stringContaining("SK9 1AB") });
	},
);

test("councils are found by name and by district, those that are served first", async () => {
	const list = async (name: string) => {
		const response = await app.request(`/api/v1/places/councils?name=${encodeURIComponent(name)}`);
		return z.strictObject({ total: z.number(), councils: z.array(Council) }).parse(await response.json());
	};
	const all = await list("");
	expect(all.total).toBe(153);
	expect(all.councils[0]).toMatchObject({ name: "Hounslow", slug: "hounslow", served: true });
	expect((await list("elmbridge")).councils).toEqual([
		{ gss_code: "E10000030", name: "Surrey", served: false, district: "Elmbridge" },
	]);
	expect((await list("atlantis")).councils).toEqual([]);
	expect((await app.request(`/api/v1/places/councils?name=${"x".repeat(200)}`)).status).toBe(422);
});

test("what was known is answered after the database has gone: table, areas and all", async () => {
	const server = await migratedDatabase("libSQL server");
	const gone = await createTestApp({ databaseUrl: server.url });
	await fillPlaces(gone);
	const before = await ask("W4 1TF", gone);
	expect(before).toMatchObject({ areas: [{ slug: "hounslow", served: true }], precision: "exact" });
	await server.close();
	await expect(gone.deps.placeTables.version()).rejects.toThrow();
	expect(await ask("W4 1TF", gone)).toEqual(before);
});
