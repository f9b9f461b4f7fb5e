import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { seedDemo } from "#cli/seed.ts";
import { createTestApp, type TestApp } from "#tests/support/test-app.ts";

let app: TestApp;
beforeAll(async () => {
	app = await createTestApp();
	await seedDemo(app.deps, () => undefined);
});
afterAll(() => app.close());

const HERE = "http://localhost";
const policyOf = (response: Response) => response.headers.get("content-security-policy") ?? "";
/** A form as a page of another site posts it, which a browser tells of. */
const fromElsewhere = (body: string): RequestInit => ({
	method: "POST",
	headers: {
		"content-type": "application/x-www-form-urlencoded;charset=UTF-8",
		origin: "https://council.example.org",
		"sec-fetch-site": "cross-site",
	},
	body,
});

describe("the services API for other sites", () => {
	test("answers a posted question as it answers the same in an address, to any site", async () => {
		const posted = await app.request("/api/v1/areas/demo/services", fromElsewhere("q=food+bank&per_page=3"));
		const asked = await app.request("/api/v1/areas/demo/services?q=food+bank&per_page=3");
		expect(posted.status).toBe(200);
		expect(posted.headers.get("access-control-allow-origin")).toBe("*");
		expect(posted.headers.get("access-control-allow-credentials")).toBeNull();
		expect(await posted.json()).toEqual(await asked.json());
	});

	test("puts the card for danger beside what it finds", async () => {
		const post = (q: string) => app.request("/api/v1/areas/demo/services", fromElsewhere(`q=${encodeURIComponent(q)}`));
		const danger = await (await post("my partner is hitting me right now please help")).json();
		expect(danger.urgent.routes.length).toBeGreaterThan(0);
		const calm = await (await post("toddler group")).json();
		expect(calm.urgent).toBeNull();
	});

	test("a place that is a sector alone is known", async () => {
		const found = await (await app.request("/api/v1/areas/demo/services?near=ZZ1%201")).json();
		expect(found.place).toMatchObject({ precision: "sector", text: "ZZ1 1" });
	});

	test("an unreadable question is refused with CORS, so that its sender may read why", async () => {
		const refused = await app.request("/api/v1/areas/demo/services", fromElsewhere("age=old"));
		expect(refused.status).toBe(400);
		expect(refused.headers.get("access-control-allow-origin")).toBe("*");
		const none = await app.request("/api/v1/areas/nowhere/services", fromElsewhere("q=x"));
		expect(none.status).toBe(404);
		expect(none.headers.get("access-control-allow-origin")).toBe("*");
	});
});

describe("oEmbed", () => {
	const oembed = (url: string, more = "") => app.request(`/embed/oembed?url=${encodeURIComponent(url)}${more}`);

	test("turns the address of a directory into a frame that any site may show", async () => {
		const answer = await oembed(`${HERE}/directory/demo`);
		expect(answer.headers.get("access-control-allow-origin")).toBe("*");
		const embed = await answer.json();
		expect(embed).toMatchObject({ version: "1.0", type: "rich", provider_url: HERE });
		const source = /src="([^"]+)"/.exec(embed.html)?.[1] ?? "";
		const frame = await app.request(source.slice(HERE.length));
		expect(frame.status).toBe(200);
		expect(policyOf(frame)).toContain("frame-ancestors *");
	});

	test("is found from the directory's own address, without a word of what was asked there", async () => {
		const link = (await app.request("/directory/demo?q=secret&near=ZZ1")).headers.get("link") ?? "";
		const [, address = ""] = /^<([^>]+)>; rel="alternate"; type="application\/json\+oembed"$/.exec(link) ?? [];
		expect(link).not.toContain("secret");
		expect((await (await app.request(address.slice(HERE.length))).json()).type).toBe("rich");
		expect((await app.request("/directory/nowhere")).headers.get("link")).toBeNull();
	});

	test("keeps what the address chose, under either name", async () => {
		for (const name of ["needs", "need"]) {
			const { html } = await (await oembed(`${HERE}/directory/demo?${name}=housing,money-debt`)).json();
			expect(html).toContain("needs=housing,money-debt");
		}
	});

	test("is no larger than it was asked to be", async () => {
		const embed = await (await oembed(`${HERE}/directory/demo`, "&maxwidth=300&maxheight=200")).json();
		expect(embed).toMatchObject({ width: 300, height: 200 });
	});

	test.each([
		["https://elsewhere.example.org/directory/demo", "", 404],
		[`${HERE}/guide`, "", 404],
		[`${HERE}/directory/nowhere`, "", 404],
		["not an address", "", 400],
		[`${HERE}/directory/demo?limit=many`, "", 400],
		[`${HERE}/directory/demo`, "&format=xml", 501],
	])("refuses %s%s with %i", async (url, more, status) => {
		const answer = await oembed(url, more);
		expect(answer.status).toBe(status);
		expect(answer.headers.get("content-type")).toContain("application/problem+json");
	});

	test("holds no text of the address in its HTML but what it has checked", async () => {
		const answer = await oembed(`${HERE}/directory/demo?needs=${encodeURIComponent('"><script>alert(1)</script>')}`);
		expect(answer.status).toBe(400);
	});
});

describe("frames", () => {
	test("nobody may frame anything of ours but the frame and, for ourselves, the mock page", async () => {
		const paths = ["/", "/guide", "/directory", "/directory/demo", "/people/demo", "/embed", "/embed/fragment/demo"];
		for (const path of [...paths, "/api/v1/areas/demo/services", "/embed/oembed?url=x", "/embed/nothing"]) {
			const response = await app.request(path);
			expect(policyOf(response), path).toContain("frame-ancestors 'none'");
			expect(response.headers.get("x-frame-options"), path).toBe("DENY");
		}
		const mock = await app.request("/embed/mock?area=demo");
		expect(policyOf(mock)).toContain("frame-ancestors 'self'");
		expect(mock.headers.get("x-frame-options")).toBe("SAMEORIGIN");
	});

	test("a frame's page may stand anywhere and is otherwise as strict as any", async () => {
		const frame = await app.request("/embed/frame/demo?needs=housing");
		expect(policyOf(frame)).toContain("frame-ancestors *");
		expect(policyOf(frame)).toContain("default-src 'none'");
		expect(policyOf(frame)).not.toContain("unsafe");
		expect(frame.headers.get("x-frame-options")).toBeNull();
		expect(frame.headers.get("set-cookie")).toBeNull();
	});

	test("an address that only begins like a frame's opens nothing else to framing", async () => {
		for (const path of ["/embed/frame", "/embed/frames/demo", "/embed/frame/../../guide", "/embed/mock/guide"])
			expect(policyOf(await app.request(path)), path).toContain("frame-ancestors 'none'");
	});

	test("without script, a question is posted and the answer is in the page", async () => {
		const answer = await (await app.request("/embed/frame/demo?limit=3", fromElsewhere("q=food+bank&near="))).text();
		expect(answer).toContain("Food Bank");
		const danger = await app.request("/embed/frame/demo", fromElsewhere("q=he+is+hitting+me+right+now"));
		expect(await danger.text()).toContain("tel:999");
	});
});
