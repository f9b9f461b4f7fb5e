import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { accessibilityProblems } from "#tests/support/browser.ts";
import { type Council, openCouncil, page, search } from "#tests/support/council-site.ts";
import { openHost } from "#tests/support/host-page.ts";

let council: Council;
let site: Council["site"];
let visit: Council["visit"];

beforeAll(async () => {
	council = await openCouncil();
	({ site, visit } = council);
});
afterAll(() => council.close());

test("any site may load the scripts: the moving one for an hour, a version's for ever", async () => {
	const headers = async (path: string) => {
		const response = await fetch(site.origin + path);
		const of = (name: string) => response.headers.get(name);
		return [response.status, of("access-control-allow-origin"), of("cache-control"), of("x-content-type-options")];
	};
	const hour = [200, "*", "public, max-age=3600", "nosniff"];
	expect(await headers("/embed/v1/fingerpost.js")).toEqual(hour);
	expect(await headers("/embed/versions.json")).toEqual(hour);
	expect(await headers("/embed/0.1.0/fingerpost.js")).toEqual([
		200,
		"*",
		"public, max-age=31536000, immutable",
		"nosniff",
	]);
	// The edge is told the same.
	const edge = await readFile("dist/public/_headers", "utf8");
	const rule = (path: string) => edge.slice(edge.indexOf(`\n${path}\n`)).split("\n\n")[0] ?? "";
	expect(rule("/embed/v1/*")).toContain("max-age=3600\n");
	expect(rule("/embed/0.1.0/*")).toContain("immutable");
	for (const path of ["/embed/v1/*", "/embed/0.1.0/*", "/embed/versions.json"])
		expect(rule(path)).toContain("Access-Control-Allow-Origin: *");
});

test("a sandbox without forms or an origin can still search, by press and by Enter", async () => {
	const { page: here, asked, faults } = await visit("/sandbox");
	const frame = here.frame({ url: /embed\/frame/ });
	if (!frame) throw new Error("There is no frame.");
	await frame.getByRole("status").waitFor();
	await search(frame, "food bank");
	await frame
		.getByRole("link", { name: /Food Bank/ })
		.first()
		.waitFor();
	await frame.getByRole("searchbox").fill("toddler");
	await frame.getByRole("searchbox").press("Enter");
	await expect.poll(() => asked.length).toBe(3);
	expect(asked[2]).toContain("q=toddler");
	await frame.getByRole("status").waitFor();
	expect(faults).toEqual([]);
	expect(await accessibilityProblems(here)).toEqual([]);
});

test("a frame grows with its content, under a strict policy", async () => {
	const { page: here, faults } = await visit("/frame");
	await expect.poll(async () => (await here.locator("iframe").boundingBox())?.height ?? 0).toBeGreaterThan(600);
	const inside = here.frame({ url: /embed\/frame/ });
	await inside?.getByRole("status").waitFor();
	await expect
		.poll(async () => {
			const content = (await inside?.evaluate<number>("document.documentElement.getBoundingClientRect().height")) ?? 0;
			return Math.abs(content - ((await here.locator("iframe").boundingBox())?.height ?? 0));
		})
		.toBeLessThan(6);
	expect(faults).toEqual([]);
});

test("a frame tells WordPress its height in the way WordPress listens for", async () => {
	const { page: here } = await visit("/wordpress");
	await expect.poll(() => here.evaluate<number>("heard.length")).toBeGreaterThan(0);
	const heard = await here.evaluate<readonly object[]>("heard");
	for (const said of heard)
		expect(said).toMatchObject({ message: "height", value: expect.any(Number), secret: "a1B2c3D4e5" });
});

test("a council makes its code: with script it shows at once, without it on a press", async () => {
	const here = await site.open("/embed");
	await here.getByText("Only these kinds of help").click();
	await here.getByLabel("Your main colour").fill("#7b2d8b");
	await here.locator("#code-theme").waitFor();
	expect(await here.locator("#code-theme").inputValue()).toContain("--fingerpost-accent: #7b2d8b");
	await here.locator("iframe.preview").scrollIntoViewIfNeeded();
	const preview = here.frameLocator("iframe.preview");
	await preview.getByRole("button", { name: "Search" }).waitFor();
	const colour = await preview
		.getByRole("button", { name: "Search" })
		.evaluate((button) => getComputedStyle(button).backgroundColor);
	expect(colour).toBe("rgb(123, 45, 139)");
	expect(await accessibilityProblems(here)).toEqual([]);

	const plain = await site.open("/embed", { javaScriptEnabled: false });
	await plain.getByLabel("The card that starts the guide").check();
	await plain.getByRole("button", { name: "Show it" }).click();
	expect(await plain.locator("#code-script").inputValue()).toContain('<fingerpost-guide area="demo">');
});

test("the code that a council copies works as it stands, its version held by its hash", async () => {
	const here = await site.open("/embed");
	const code = await here.locator("#code-pinned").inputValue();
	const policy = `default-src 'none'; ${await here.locator("#csp-script").inputValue()}`;
	const theirs = await openHost({ "/": { html: page(code), policy } });
	const there = await site.open();
	await there.goto(theirs.origin);
	await there.getByRole("status").waitFor();
	expect(await there.getByRole("button", { name: "Search" }).isVisible()).toBe(true);
	await theirs.close();
	const versions = JSON.parse(await readFile("dist/public/embed/versions.json", "utf8"));
	expect(code).toContain(versions["0.1.0"].files["fingerpost.js"].integrity);
});
