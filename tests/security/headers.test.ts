import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addressOf, wholeApp } from "#tests/security/whole-app.ts";

let app: Awaited<ReturnType<typeof wholeApp>>;
beforeAll(async () => {
	app = await wholeApp({ publicUrl: "https://help.example.org", securityContact: "mailto:security@example.org" });
});
afterAll(() => app.close());

/** What a page of each kind answers with, errors and redirects among them. */
async function everyAnswer(): Promise<readonly (readonly [string, Response])[]> {
	const reads = app.routes.filter(({ method }) => method === "GET");
	const addresses = reads.map(({ path }) => addressOf(path, (name) => (name === "area" ? "demo" : "x")));
	const more = ["/nowhere", "/api/v1/nowhere", "/directory/nowhere", "/answers/s47-what", "/stages/section_47"];
	return Promise.all([...addresses, ...more].map(async (path) => [path, await app.request(path)] as const));
}

describe("every answer", () => {
	test("carries the headers of the best grade", async () => {
		const answers = await everyAnswer();
		expect(answers.length).toBeGreaterThan(60);
		for (const [path, { headers }] of answers) {
			const told = (name: string) => `${path} ${name}: ${headers.get(name)}`;
			expect(told("strict-transport-security")).toMatch(/max-age=(?:3153\d{4}|[4-9]\d{7}); includeSubDomains$/);
			expect(told("x-content-type-options")).toBe(`${path} x-content-type-options: nosniff`);
			expect(told("referrer-policy")).toBe(`${path} referrer-policy: no-referrer`);
			expect(told("cross-origin-opener-policy")).toBe(`${path} cross-origin-opener-policy: same-origin`);
			for (const feature of ["camera", "microphone", "geolocation", "payment", "usb", "browsing-topics"])
				expect(told("permissions-policy")).toContain(`${feature}=()`);
			expect(told("x-powered-by")).toMatch(/null$/);
			expect(told("server")).toMatch(/null$/);
		}
	});

	test("has a policy that lets nothing in from elsewhere and nothing inline", async () => {
		for (const [path, { headers }] of await everyAnswer()) {
			const policy = headers.get("content-security-policy") ?? "";
			const of = (name: string) => new RegExp(`(?:^|; )${name} ([^;]*)`).exec(policy)?.[1] ?? "nothing";
			const say = (name: string) => `${path} ${name} ${of(name)}`;
			expect(say("default-src")).toBe(`${path} default-src 'none'`);
			expect(say("script-src")).toBe(`${path} script-src 'self'`);
			expect(say("style-src")).toBe(`${path} style-src 'self'`);
			expect(say("base-uri")).toBe(`${path} base-uri 'none'`);
			expect(say("form-action")).toBe(`${path} form-action 'self'`);
			expect(`${path} ${policy}`).not.toMatch(/unsafe|https?:|\*(?!$)/);
		}
	});

	test("may stand in nobody's frame, but for the frames that are made for it", async () => {
		for (const [path, { headers }] of await everyAnswer()) {
			const framed = /frame-ancestors ([^;]*)/.exec(headers.get("content-security-policy") ?? "")?.[1];
			const expected = path.startsWith("/embed/frame/") ? "*" : path === "/embed/mock" ? "'self'" : "'none'";
			expect([path, framed]).toEqual([path, expected]);
		}
	});

	test("is kept from other sites, but for what is made for them", async () => {
		for (const [path, { headers }] of await everyAnswer()) {
			const shared = /^\/(?:api|oruk|openapi|embed|theme)/.test(path);
			const policy = headers.get("cross-origin-resource-policy");
			expect([path, policy]).toEqual([path, shared ? "cross-origin" : "same-origin"]);
			const cors = headers.get("access-control-allow-origin");
			if (!shared) expect([path, cors]).toEqual([path, null]);
			expect([path, headers.get("access-control-allow-credentials")]).toEqual([path, null]);
		}
	});

	test("that depends on who asks, or on what was asked, is kept in no cache", async () => {
		for (const path of ["/guide", "/desk", "/people/demo", "/listing/x", "/call-back/demo", "/health", "/nowhere"]) {
			const cache = (await app.request(path)).headers.get("cache-control");
			expect([path, cache]).toEqual([path, expect.stringContaining("no-store")]);
		}
	});
});

describe("security.txt", () => {
	test("names a contact and runs out in less than a year (RFC 9116)", async () => {
		const answer = await app.request("/.well-known/security.txt");
		expect(answer.headers.get("content-type")).toMatch(/^text\/plain; charset=utf-8$/i);
		const text = await answer.text();
		expect(text).toContain("Contact: mailto:security@example.org\n");
		expect(text).toContain("Canonical: https://help.example.org/.well-known/security.txt\n");
		const expires = /^Expires: (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)$/m.exec(text)?.[1] ?? "";
		const days = (Date.parse(expires) - app.deps.clock.now().getTime()) / 86_400_000;
		expect(days).toBeGreaterThan(30);
		expect(days).toBeLessThan(365);
	});

	test("is not there where nobody was named", async () => {
		const other = await wholeApp();
		expect((await other.request("/.well-known/security.txt")).status).toBe(404);
		await other.close();
	});
});

test("a form of another site does not reach the desk, whatever the browser tells", async () => {
	const posts = app.routes.filter(({ method, path }) => method === "POST" && path.startsWith("/desk"));
	expect(posts.length).toBeGreaterThan(3);
	const foreign: readonly Readonly<Record<string, string>>[] = [
		{},
		{ origin: "null" },
		{ origin: "https://evil.example" },
		{ "sec-fetch-site": "cross-site" },
	];
	for (const { path } of posts)
		for (const headers of foreign) {
			const type = { "content-type": "application/x-www-form-urlencoded", cookie: "desk=anything" };
			const address = addressOf(path, () => "demo");
			const answer = await app.request(address, { method: "POST", headers: { ...type, ...headers }, body: "token=x" });
			const kept = answer.status >= 400 || answer.headers.get("location")?.startsWith("/desk/sign-in");
			expect([path, headers, kept]).toEqual([path, headers, true]);
		}
});
