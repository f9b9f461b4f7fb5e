import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { AAA_CONTRAST, accessibilityProblems, keptBy, openSite, overflow, type Site } from "#tests/support/browser.ts";

const SMALL = { width: 320, height: 640 };
const DESK = { width: 1280, height: 900 };

let site: Site;
let service: string;
beforeAll(async () => {
	site = await openSite();
	const page = await site.open("/directory/demo", { javaScriptEnabled: false });
	service = (await page.getAttribute(".hit-name a", "href")) ?? "";
	await page.context().close();
});
afterAll(() => site.close());

/** One page of each kind, and each state that a form brings about. */
const PAGES = [
	"/",
	"/guide",
	"/people/demo",
	"/professionals/people/demo",
	"/directory",
	"/directory/demo",
	"service",
	"/stages",
	"/stages/section_47",
	"/answers",
	"/answers/s47-what",
	"/glossary",
	"/helplines",
	"/dates",
	"/sheets",
	"/sheets/who-is-who",
	"/about/safety-online",
	"/about/accessibility",
	"/nothing-here",
] as const;

type State = { readonly name: string; readonly reach: (page: Page) => Promise<void> };

async function ask(page: Page, text: string): Promise<void> {
	await page.goto("/guide");
	await page.fill("#text", text);
	await page.click(".ask [type=submit]");
	await page.waitForSelector("[data-guide=open]");
}

const STATES: readonly State[] = [
	{
		name: "the guide's first question",
		reach: async (page) => {
			await page.goto("/guide");
			await page.click(".go-on button");
			await page.waitForSelector("[data-guide=open]");
		},
	},
	{ name: "an answer of the guide", reach: (page) => ask(page, "what is a section 47 enquiry") },
	{
		name: "the urgent card with an answer",
		reach: (page) => ask(page, "my husband hits me. what is a section 47 enquiry"),
	},
	{ name: "a question with several meanings", reach: (page) => ask(page, "meeting") },
	{ name: "a question we have no answer to", reach: (page) => ask(page, "who won the football last night") },
	{
		name: "a directory search that finds nothing",
		reach: async (page) => {
			await page.goto("/directory/demo");
			await page.fill("#q", "xyzzyxyzzy");
			await page.click("#search .primary");
			await page.waitForLoadState();
		},
	},
	{
		name: "a search near a place, with a service on one's own list",
		reach: async (page) => {
			await page.goto("/directory/demo");
			await page.fill("#near", "ZZ1 1AB");
			await page.click("#search .primary");
			await page.waitForSelector(".locator");
			await page.locator(".keep").first().click();
			await page.waitForSelector(".kept-line button");
		},
	},
	{
		name: "one's own list",
		reach: async (page) => {
			await page.goto("/directory/demo");
			await page.locator(".keep").first().click();
			await page.click(".kept-line button");
			await page.waitForSelector("#shortlist");
		},
	},
	{
		name: "a council that was guessed",
		reach: async (page) => {
			await page.goto("/directory");
			await page.fill("#postcode", "ZZ1 1AB");
			await page.click("form .primary");
			await page.waitForSelector("#council .answer");
		},
	},
	{
		name: "what was missing from an answer",
		reach: async (page) => {
			await page.goto("/answers/s47-what");
			await page.click("[name=helped][value=no]");
			await page.waitForSelector("#help-missing:visible");
		},
	},
	{
		name: "dates that were worked out",
		reach: async (page) => {
			await page.goto("/dates");
			await page.selectOption("#event", "looked_after_start");
			for (const [field, value] of [
				["day", "24"],
				["month", "11"],
				["year", "2026"],
			] as const)
				await page.fill(`#${field}`, value);
			await page.click("form .primary");
			await page.waitForSelector(".due");
		},
	},
	{
		name: "dates that could not be read",
		reach: async (page) => {
			await page.goto("/dates");
			await page.click("form .primary");
			await page.waitForSelector(".error-summary");
		},
	},
	{
		name: "a word that was looked up",
		reach: async (page) => {
			await page.goto("/glossary");
			await page.fill("#word", "icpc");
			await page.click("form .primary");
			await page.waitForSelector("#found h2");
		},
	},
];

async function unfold(page: Page): Promise<void> {
	await page.evaluate(() => {
		for (const fold of document.querySelectorAll("details")) fold.open = true;
		// What the bar at the top covers for the moment is no smaller for it.
		scrollTo(0, 0);
	});
}

/** A page as it is seen on the smallest phone, at a desk in the dark, and with a person's own colours; all that is folded is open. */
async function problemsIn(page: Page): Promise<readonly unknown[]> {
	await unfold(page);
	const small = await accessibilityProblems(page);
	const tooWide = await overflow(page);
	await page.emulateMedia({ forcedColors: "active" });
	const forced = await overflow(page);
	await page.setViewportSize(DESK);
	await page.emulateMedia({ colorScheme: "dark", forcedColors: null });
	const dark = await accessibilityProblems(page, [AAA_CONTRAST]);
	await page.setViewportSize(SMALL);
	await page.emulateMedia({ colorScheme: null });
	return [
		...small,
		...dark,
		...[tooWide, forced].filter((pixels) => pixels > 0).map((px) => `${page.url()} ${px}px too wide`),
	];
}

/** Its style and an area's, the script, and an area's logo. No font, no picture, nothing more. */
const MAY_LOAD = /^\/(?:assets\/site\.(?:css|js)|theme\/[a-z-]+\.(?:css|svg))$/;

/** What a page loaded that it should not have. */
async function loadedBy(page: Page): Promise<readonly string[]> {
	const loaded = await page.evaluate(() =>
		performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname),
	);
	return loaded.filter((path) => !MAY_LOAD.test(path));
}

describe("with script", () => {
	let page: Page;
	beforeAll(async () => {
		page = await site.open(undefined, { viewport: SMALL });
	});
	afterAll(() => page.context().close());

	test.each(PAGES)("%s has no accessibility problem and fits the smallest phone", async (path) => {
		await page.goto(path === "service" ? service : path);
		expect(await problemsIn(page)).toEqual([]);
		expect(await loadedBy(page)).toEqual([]);
	});

	test.each(STATES)("$name has no accessibility problem and fits the smallest phone", async ({ reach }) => {
		await reach(page);
		expect(await problemsIn(page)).toEqual([]);
	});

	test("nothing is kept in the browser, no cookie either", async () => {
		await ask(page, "what is a section 47 enquiry");
		expect(Object.values(await keptBy(page)).every((count) => count === 0)).toBe(true);
		expect(await page.context().cookies()).toEqual([]);
	});
});

describe("when the script does not arrive", () => {
	let page: Page;
	beforeAll(async () => {
		page = await site.open(undefined, { viewport: SMALL });
		await page.route("**/site.js", (route) => route.abort());
	});
	afterAll(() => page.context().close());

	// The states that script would have brought about by parts.
	test.each(STATES.slice(0, 4))("$name has no accessibility problem", async ({ reach }) => {
		await page.context().clearCookies();
		await reach(page);
		await unfold(page);
		expect([...(await accessibilityProblems(page)), await overflow(page)]).toEqual([0]);
	});
});

test("without script the one cookie is kept: for the guide alone, out of reach of script, gone with the window", async () => {
	const page = await site.open(undefined, { javaScriptEnabled: false });
	await ask(page, "what is a section 47 enquiry");
	const cookies = await page.context().cookies();
	expect(
		cookies.map(({ name, path, httpOnly, sameSite, expires }) => [name, path, httpOnly, sameSite, expires]),
	).toEqual([["guide", "/guide", true, "Strict", -1]]);
	await page.context().close();
});

test("twice the text size fits a phone without scrolling sideways", async () => {
	const page = await site.open(undefined, { viewport: { width: 390, height: 844 } });
	const wide: string[] = [];
	for (const path of PAGES) {
		await page.goto(path === "service" ? service : path);
		await page.evaluate(() => {
			document.documentElement.style.fontSize = "225%";
		});
		await unfold(page);
		const pixels = await overflow(page);
		if (pixels > 0) wide.push(`${path} ${pixels}px`);
	}
	expect(wide).toEqual([]);
	await page.context().close();
});

test("no page asks for anything from anywhere else", () => {
	expect(site.requested.length).toBeGreaterThan(100);
	expect(site.strays()).toEqual([]);
});
