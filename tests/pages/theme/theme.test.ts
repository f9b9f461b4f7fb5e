import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestApp, type TestApp } from "#tests/support/test-app.ts";

let app: TestApp;
beforeAll(async () => {
	app = await createTestApp();
});
afterAll(() => app.close());

test("an area's look is a style sheet and a logo of ours, kept until they change", async () => {
	const page = await (await app.request("/people/demo")).text();
	expect(page).toContain('<link rel="stylesheet" href="/theme/demo.css"/>');
	expect(page).toMatch(/<img class="logo" src="\/theme\/demo\.svg" alt="Harrowmere Council"/);
	const css = await app.request("/theme/demo.css");
	expect(css.headers.get("content-type")).toContain("text/css");
	expect(await css.text()).toContain("--accent:#154734");
	const tag = css.headers.get("etag") ?? "";
	const again = await app.request("/theme/demo.css", { headers: { "if-none-match": tag } });
	expect(again.status).toBe(304);
});

test("a logo that is opened by itself runs and loads nothing of others", async () => {
	const logo = await app.request("/theme/demo.svg");
	expect(logo.headers.get("content-type")).toContain("image/svg+xml");
	expect(logo.headers.get("content-security-policy")).toMatch(/^default-src 'none'(?!.*unsafe)/);
});

test("an area without a look, and a page of no area, wear the site's own", async () => {
	expect((await app.request("/theme/elsewhere.css")).status).toBe(404);
	const home = await (await app.request("/")).text();
	expect(home).not.toContain("/theme/");
	expect(home).toContain('class="mark"');
});
