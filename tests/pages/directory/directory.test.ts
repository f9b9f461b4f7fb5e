import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { seedDemo } from "#cli/seed.ts";
import { createTestApp, form, type TestApp } from "#tests/support/test-app.ts";

let app: TestApp;
let ids: readonly string[];
const post = async (path: string, fields: Readonly<Record<string, string>> | URLSearchParams) => {
	const init = form({});
	return app.request(path, { ...init, body: new URLSearchParams(fields).toString() });
};
const read = async (path: string) => (await app.request(path)).text();
const hitsOf = (html: string) => [...html.matchAll(/id="found-([\w-]+)"/g)].map((match) => match[1] ?? "");

beforeAll(async () => {
	app = await createTestApp();
	await seedDemo(app.deps, () => undefined);
	ids = hitsOf(await read("/directory/demo"));
});
afterAll(() => app.close());

describe("a list of one's own", () => {
	test("is carried in the form of the page, through a search and to a page to print, and no address tells of it", async () => {
		const [first = "", second = ""] = ids;
		const kept = await (await post("/directory/demo", { q: "", keep: first })).text();
		expect(kept).toContain(`<input type="hidden" name="kept" value="${first}"/>`);
		expect(kept).toContain("1 service is on your list.");
		const both = new URLSearchParams([
			["kept", first],
			["keep", second],
			["q", "food"],
		]);
		expect(await (await post("/directory/demo", both)).text()).toContain("2 services are on your list.");
		const page = await (await post("/directory/demo/list", new URLSearchParams([...both, ["kept", second]]))).text();
		expect([...page.matchAll(/name="drop" value="([\w-]+)"/g)].map((match) => match[1])).toEqual([first, second]);
		expect(page).toContain('<input type="hidden" name="q" value="food"/>');
		expect(page).not.toMatch(/href="[^"]*(?:kept|keep)=/);
		expect((await app.request("/directory/demo/list")).headers.get("location")).toBe("/directory/demo");
	});

	test("what is pressed twice is there once, what is taken off is gone, and what is no service of ours is left out", async () => {
		const [first = ""] = ids;
		const fields = new URLSearchParams([
			["kept", first],
			["keep", first],
			["kept", "../../etc"],
			["kept", "00000000-0000-4000-8000-000000000000"],
		]);
		const page = await (await post("/directory/demo/list", fields)).text();
		expect(page.match(/name="drop"/g)).toHaveLength(1);
		expect(page).toContain("no longer here");
		const none = await (await post("/directory/demo/list", { kept: first, drop: first })).text();
		expect(none).toContain("There is nothing on your list yet.");
	});

	test("says that the list of services cannot be reached, and loses nobody", async () => {
		const alone = await createTestApp({ databaseUrl: "file:/nowhere/at/all.db" });
		const response = await alone.request("/directory/demo/list", form({ kept: "abc" }));
		expect(response.status).toBe(503);
		expect(await response.text()).toContain('href="tel:999"');
	});
});

describe("near a place", () => {
	test("distances are in miles, a rough one says so, and the picture bears the numbers of the list", async () => {
		const html = await (await post("/directory/demo", { near: "ZZ1 1AB" })).text();
		expect(html).toMatch(/[\d.]+ miles away|Less than half a mile away/);
		expect(html).not.toMatch(/\bkm\b/);
		const svg = /<svg viewBox="0 0 320 320"[\s\S]*?<\/svg>/.exec(html)?.[0] ?? "";
		expect(svg).toMatch(/role="img" aria-label="Where they are\./);
		const numbers = [...svg.matchAll(/class="number"[^>]*>(\d+)</g)].map((match) => Number(match[1]));
		expect(numbers.length).toBeGreaterThan(2);
		for (const number of numbers)
			expect(html).toContain(`<span class="hit-number" aria-hidden="true">${number}</span>`);
	});

	test("what is known only roughly says so, and another council's place leads on", async () => {
		const rough = await (await post("/directory/demo", { near: "ZZ1 1AB" })).text();
		expect(rough).toContain("Distances are from the middle of ZZ1 1. They are rough.");
		const outcode = await (await post("/directory/demo", { near: "HD1" })).text();
		expect(outcode).toMatch(/Distances are from the middle of HD1\.|That postcode is in/);
	});

	test("without a place there is no picture, and a place we do not know is said", async () => {
		expect(await read("/directory/demo")).not.toContain('class="locator"');
		expect(await (await post("/directory/demo", { near: "nowhere street" })).text()).toContain(
			"We do not know that place",
		);
	});
});

describe("which council", () => {
	test("is guessed from a postcode, and another can be chosen", async () => {
		const html = await (await post("/directory", { postcode: "ZZ1 1AB" })).text();
		expect(html).toContain("We think your council is Harrowmere.");
		expect(html).toContain("Not right? Choose another");
		expect(html).toContain('href="/directory/demo"');
	});

	test.each([
		[{ postcode: "my house" }, "That does not look like a postcode."],
		[{ postcode: "EH1 1AA" }, "That postcode is in Scotland."],
		[{ name: "Kirklees" }, "We do not have its list of services."],
		[{ name: "xyzzy" }, "No council in England has that name."],
	])("%j is answered with: %s", async (fields, said) => {
		const html = await (await post("/directory", fields)).text();
		expect(html).toContain(said);
		expect(html).toContain('id="people"');
	});
});

describe("a listing", () => {
	test("says what it lacks, gives its times as a calendar file, and asks whether it helped", async () => {
		const pages = await Promise.all(ids.map((id) => read(`/directory/demo/services/${id}`)));
		const all = pages.join("");
		expect(all).toMatch(/\/api\/v1\/areas\/demo\/services\/[\w-]+\.ics/);
		expect(all).toContain('name="helped"');
		const [calendar = ""] = /\/api\/v1\/areas\/demo\/services\/[\w-]+\.ics/.exec(all) ?? [];
		expect(await read(calendar)).toContain("BEGIN:VCALENDAR");
	});

	test("can be said to be wrong: counted with a reason, and the address of the answer says nothing", async () => {
		const [id = ""] = ids;
		const response = await post(`/directory/demo/services/${id}/report`, { reason: "closed" });
		expect([response.status, response.headers.get("location")]).toEqual([
			303,
			`/directory/demo/services/${id}#reported`,
		]);
		expect(await app.deps.serviceReports.of("demo")).toMatchObject([{ service: id, reason: "closed", reports: 1 }]);
		expect((await post(`/directory/demo/services/${id}/report`, { reason: "I am Priya" })).status).toBe(422);
		expect((await post("/directory/demo/services/nothing/report", { reason: "closed" })).status).toBe(404);
	});
});

test("a directory tells programs in its head how it is embedded, and councils in its foot", async () => {
	const html = await read("/directory/demo");
	const [link = ""] =
		/<link rel="alternate" type="application\/json\+oembed" href="([^"]+)"/.exec(html)?.slice(1) ?? [];
	const { pathname, search } = new URL(link.replaceAll("&amp;", "&"));
	expect(await (await app.request(pathname + search)).json()).toMatchObject({ version: "1.0", type: "rich" });
	expect(html).toContain('href="/embed"');
	expect(await read("/guide")).not.toContain('href="/embed"');
});
