import { HtmlValidate } from "html-validate";
import type { BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { deskRoutes } from "#pages/desk/routes.tsx";
import { AAA_CONTRAST, accessibilityProblems, keptBy, openSite, overflow, type Site } from "#tests/support/browser.ts";
import { signedIn } from "#tests/support/desk.ts";

let site: Site;
let shared: Page;
beforeAll(async () => {
	site = await openSite({ production: false });
	await site.deps.areas.save({ slug: "othertown", name: "Othertown", demonstration: true });
	const count = (measure: string, item: string, detail: string) => {
		for (let times = 0; times < 6; times++) site.deps.tallies.add("demo", "2026-W48", measure, item, detail);
	};
	count("found_nothing", "arts", "ZZ1 1");
	count("helped", "answer:s47-what", "yes");
	count("urgent", "domestic_abuse", "emergency");
	await vi.waitFor(async () => expect(await site.deps.tallies.of("demo", "2026-W48")).toHaveLength(3), 10_000);
	shared = await manager({});
});
afterAll(() => site.close());

/** Every page of the desk that has an address without a name in it, and some that do. */
const PAGES = [
	...deskRoutes
		.filter(({ method, path }) => method === "GET" && !/[:.]/.test(path))
		.map(({ path }) => `/desk/demo${path}`),
	"/desk",
	"/desk/demo/settings/routes/front-door",
	"/desk/demo/audit?check=1",
	"/desk/demo/listings/of/1bc57517-6216-535d-a6fb-40e94b20dcfb",
	"/desk/demo/listings/of/1bc57517-6216-535d-a6fb-40e94b20dcfb/history",
	"/desk/demo/nothing-here",
];

async function manager(options: BrowserContextOptions): Promise<Page> {
	const page = await site.open(undefined, options);
	const value = await signedIn(site.deps, { demo: ["manager"], othertown: ["viewer"] }, "Mo Manager");
	await page.context().addCookies([{ name: "desk", value, url: site.origin }]);
	return page;
}

/** What the width and the colours change. */
const NARROW_AND_DARK = [AAA_CONTRAST, "target-size", "scrollable-region-focusable"];

test.each(PAGES)("%s is accessible and fits, on a desk and on a small phone in the dark", async (path) => {
	await shared.emulateMedia({ colorScheme: "light" });
	await shared.setViewportSize({ width: 1280, height: 900 });
	await shared.goto(path);
	expect(await accessibilityProblems(shared)).toEqual([]);
	expect(await overflow(shared)).toBe(0);
	await shared.emulateMedia({ colorScheme: "dark" });
	await shared.setViewportSize({ width: 320, height: 640 });
	expect(await accessibilityProblems(shared, NARROW_AND_DARK)).toEqual([]);
	expect(await overflow(shared)).toBe(0);
});

test("every page of the desk is in the page's own language, named, valid, without a script, and keeps nothing", {
	timeout: 60_000,
}, async () => {
	const page = await manager({});
	const validator = new HtmlValidate({
		extends: ["html-validate:recommended", "html-validate:document"],
		rules: {
			"require-sri": "off",
			// A box that may stay empty has a hidden field of its name after it, so that what was not ticked is sent as well.
			"form-dup-name": "off",
			"void-style": "off",
			"attribute-empty-style": "off",
			"attribute-boolean-style": "off",
			"tel-non-breaking": "off",
			"long-title": "off",
			"no-trailing-whitespace": "off",
		},
	});
	const faults: string[] = [];
	for (const path of PAGES) {
		const html = (await (await page.goto(path))?.text()) ?? "";
		const { results } = await validator.validateString(html);
		for (const { messages } of results)
			faults.push(...messages.map(({ ruleId, message, line }) => `${path}:${line} ${ruleId} ${message}`));
		expect([path, await page.locator("script").count()]).toEqual([path, 0]);
		expect([path, await page.locator("h1").count()]).toEqual([path, 1]);
		const posts = await page.locator("form[method=post]").count();
		expect([path, await page.locator("form[method=post] input[name=token]").count()]).toEqual([path, posts]);
	}
	expect(faults).toEqual([]);
	expect(Object.values(await keptBy(page)).every((count) => count === 0)).toBe(true);
	expect(site.strays()).toEqual([]);
});

test("a manager gives a role, is told, and finds it in the audit log, by keyboard and without script", async () => {
	const page = await manager({ javaScriptEnabled: false });
	await page.goto("/desk/demo/members");
	await page.locator("#member").focus();
	await page.keyboard.type("ed@example.org");
	await page.keyboard.press("Tab");
	await page.keyboard.press("Space");
	await page.keyboard.press("Enter");
	await page.waitForURL("**/members?done=given");
	expect(await page.textContent("[role=status]")).toBe("The role was given.");
	await page.goto("/desk/demo/audit?kind=member");
	expect(await page.textContent("tbody tr:first-child")).toContain("ed@example.org");
});

test("the printed link works in a browser, once", async () => {
	const { deskAddress } = await import("#cli/desk-address.ts");
	const path = (await deskAddress(site.deps)).split(" ")[0] ?? "";
	const page = await site.open(path);
	expect(page.url()).toBe(`${site.origin}/desk/demo`);
	const another = await site.open(path);
	expect(await another.textContent("h1")).toContain("does not work any more");
	expect(await accessibilityProblems(another, [AAA_CONTRAST])).toEqual([]);
});
