import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { accessibilityProblems, historyOf, keptBy, openSite, type Site } from "#tests/support/browser.ts";

const PHONE = { viewport: { width: 320, height: 640 } };
const PLAIN = { ...PHONE, javaScriptEnabled: false };

let site: Site;
beforeAll(async () => {
	site = await openSite();
});
afterAll(() => site.close());

/** Walks with the Tab key until what has the focus fits, as somebody without a mouse does; every stop on the way must be seen. */
async function tabTo(page: Page, selector: string): Promise<void> {
	const MOST_STOPS = 80;
	for (let stop = 0; stop < MOST_STOPS; stop++) {
		await page.keyboard.press("Tab");
		const [fits, seen] = await page.evaluate((wanted) => {
			const here = document.activeElement;
			const box = here?.getBoundingClientRect();
			return [here?.matches(wanted) ?? false, box !== undefined && box.width > 0 && box.height > 0];
		}, selector);
		if (!seen) throw new Error(`After ${stop + 1} stops the focus cannot be seen on the way to ${selector}.`);
		if (fits) return;
	}
	throw new Error(`${selector} is not among the first ${MOST_STOPS} stops.`);
}

const turned = (page: Page, was: string | null) =>
	page.waitForFunction(
		(old) =>
			(document.querySelector("[data-part=turn] h2")?.textContent ?? null) !== old &&
			!document.querySelector("[aria-busy]"),
		was,
	);

describe("by keyboard alone", () => {
	test("a parent goes from the first page to an answer, says that it did not help, and finds a person", async () => {
		const page = await site.open("/", PHONE);
		await tabTo(page, ".door[value=parent]");
		await page.keyboard.press("Enter");
		await page.waitForSelector("[data-guide=before]");
		await tabTo(page, ".go-on button");
		await page.keyboard.press("Enter");
		await page.waitForSelector("[data-guide=open]");
		await tabTo(page, "#text");
		await page.keyboard.type("what is a section 47 enquiry");
		const was = await page.textContent("[data-part=turn] h2");
		await tabTo(page, ".ask [type=submit]");
		await page.keyboard.press("Enter");
		await turned(page, was);
		expect(await page.textContent("[data-part=turn] h2")).toMatch(/section 47/i);
		await page.focus("[data-part=turn] h2");
		await tabTo(page, "[name=helped][value=no]");
		await page.keyboard.press("Enter");
		await page.waitForSelector("#help-missing:visible");
		await tabTo(page, "[name=missing][value=a_person]");
		await page.keyboard.press("Enter");
		await page.waitForSelector("#help-thanks:visible");
		await tabTo(page, ".routes a[href^='tel:']");
		await page.context().close();
	});

	test("somebody searches, puts a service on a list of their own, and comes to the page to print", async () => {
		const page = await site.open("/directory/demo");
		await tabTo(page, "#q");
		await page.keyboard.type("food");
		await page.keyboard.press("Enter");
		await page.waitForFunction(() => document.activeElement?.id === "result");
		await tabTo(page, ".keep");
		const label = await page.evaluate(() => document.activeElement?.textContent);
		await page.keyboard.press("Enter");
		await page.waitForSelector(".kept-line button");
		// The press changed the button under the person's finger, and they are still on it.
		await page.waitForFunction((before) => {
			const here = document.activeElement;
			return here?.matches(".keep") && here.textContent !== before;
		}, label);
		await page.focus("#result");
		await tabTo(page, ".kept-line button");
		await page.keyboard.press("Enter");
		await page.waitForSelector("#shortlist");
		await tabTo(page, "[data-print]");
		await page.context().close();
	});
});

describe("did this help", () => {
	test("without script: three taps, then what was missing, then thanks, at the page's own address", async () => {
		const page = await site.open("/answers/s47-what", PLAIN);
		expect(await page.isVisible("#help-missing")).toBe(false);
		await page.click("[name=helped][value=partly]");
		await page.waitForURL("**/answers/s47-what#help-missing");
		expect(await page.isVisible("[name=helped]")).toBe(false);
		await page.click("[name=missing][value=more_detail]");
		await page.waitForURL("**/answers/s47-what#help-thanks");
		expect(await page.isVisible("#help-thanks")).toBe(true);
		await page.reload();
		expect(await page.isVisible("h1")).toBe(true);
		await page.context().close();
	});

	test("with script nothing moves, one request leaves, and a press on top of another counts for nothing", async () => {
		const page = await site.open("/answers/s47-what");
		const before = site.requested.length;
		await page.dblclick("[name=helped][value=yes]");
		await page.waitForSelector("#help-thanks:visible");
		await page.waitForLoadState("networkidle");
		expect(page.url()).toBe(`${site.origin}/answers/s47-what`);
		expect(site.requested.slice(before).filter((url) => url.endsWith("/helped"))).toHaveLength(1);
		expect(Object.values(await keptBy(page)).every((count) => count === 0)).toBe(true);
		await page.context().close();
	});
});

describe("the directory", () => {
	test.each([true, false])(
		"going back from a service shows the list as it was left; with script: %s",
		async (javaScriptEnabled) => {
			const page = await site.open("/directory/demo", { ...PHONE, javaScriptEnabled });
			await page.fill("#q", "food");
			const all = await page.textContent("#result");
			await page.click("#search .primary");
			await expect.poll(() => page.textContent("#result")).not.toBe(all);
			await page.locator(".keep").first().click();
			await page.locator(".kept-line button").waitFor();
			const found = await page.textContent("#result");
			await page.locator(".hit-name a").first().click();
			await page.locator(".facts").waitFor();
			await page.goBack();
			await page.locator("#result").waitFor();
			expect(await page.textContent("#result")).toBe(found);
			expect(await page.locator(".kept-line").textContent()).toContain("1 service");
			expect((await historyOf(page)).urls.join()).not.toMatch(/food|kept|keep/);
			await page.context().close();
		},
	);

	test("one's own list prints with numbers, places and times, and nothing of the site around it", async () => {
		const page = await site.open("/directory/demo", PLAIN);
		await page.locator(".keep").first().click();
		await page.locator(".kept-line", { hasText: "1 service" }).waitFor();
		await page.locator(".keep").nth(1).click();
		await page.locator(".kept-line", { hasText: "2 services" }).waitFor();
		await page.locator(".kept-line button").click();
		await page.locator(".cards > li").first().waitFor();
		await page.emulateMedia({ media: "print" });
		for (const around of [".top", ".strip", ".foot", ".routes", "[name=drop]"])
			await expect.poll(async () => [around, await page.locator(around).first().isVisible()]).toEqual([around, false]);
		expect(await page.locator(".cards > li").count()).toBe(2);
		expect(await page.locator(".cards a[href^='tel:']").first().isVisible()).toBe(true);
		await page.context().close();
	});

	test("something wrong is told without a word, and the page says thank you", async () => {
		const page = await site.open("/directory/demo", PLAIN);
		await page.locator(".hit-name a").first().click();
		await page.click(".report summary");
		await page.check(".report [value=wrong_times]");
		await page.click(".report button");
		await page.waitForURL("**#reported");
		expect(await page.isVisible("#reported")).toBe(true);
		expect(await page.locator(".report textarea, .report [type=text], .report [type=email]").count()).toBe(0);
		await page.context().close();
	});

	test("a search that tells of danger moves the person to the card", async () => {
		const page = await site.open("/directory/demo");
		await page.fill("#q", "my husband hits me");
		await page.click("#search .primary");
		await page.waitForFunction(() => document.activeElement?.matches("#result:has(.urgent)") ?? false);
		expect(await accessibilityProblems(page)).toEqual([]);
		await page.context().close();
	});
});

describe("without script", () => {
	test("pressing twice asks no harm: the conversation goes on from what it shows", async () => {
		const page = await site.open("/guide", PLAIN);
		await page.click(".go-on button");
		const first = await page.textContent("[data-part=turn] h2");
		await page.locator(".choice").first().dblclick({ noWaitAfter: true });
		await expect
			.poll(() => page.textContent("[data-part=turn] h2", { timeout: 2000 }).catch(() => first))
			.not.toBe(first);
		expect(page.url()).toBe(`${site.origin}/guide`);
		await page.context().close();
	});

	test("every row of the history bears the one neutral address, whatever was asked", async () => {
		const page = await site.open("/guide", PLAIN);
		await page.fill("#text", "my husband hits me");
		await page.click(".ask [type=submit]");
		await page.fill("#text", "what is a section 47 enquiry");
		await page.click(".ask [type=submit]");
		const { urls } = await historyOf(page);
		expect([...new Set(urls.filter((url) => url !== "about:blank"))]).toEqual([`${site.origin}/guide`]);
		expect(await page.title()).toBe("Guide – Fingerpost");
		await page.context().close();
	});
});

describe("with colours of one's own", () => {
	test("what can be pressed has an edge, and the focus is seen", async () => {
		const page = await site.open("/guide", { ...PHONE, forcedColors: "active" });
		await page.click(".go-on button");
		await page.waitForSelector("[data-guide=open]");
		const flat = await page.evaluate(() =>
			[...document.querySelectorAll("button, .way, .leave")]
				.filter((element) => element.getBoundingClientRect().height > 0)
				.filter((element) => {
					const { borderTopWidth, borderTopStyle } = getComputedStyle(element);
					return Number.parseFloat(borderTopWidth) === 0 || borderTopStyle === "none";
				})
				.map((element) => element.textContent),
		);
		expect(flat).toEqual([]);
		await page.keyboard.press("Tab");
		await page.keyboard.press("Tab");
		const ring = await page.evaluate(() => {
			const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement ?? document.body);
			return [outlineStyle, Number.parseFloat(outlineWidth) >= 2];
		});
		expect(ring).toEqual(["solid", true]);
		await page.context().close();
	});
});

test.each(["/answers/s47-what", "/stages/section_47", "/people/demo", "/dates"])(
	"%s prints: its text and the people, without what only a screen can do",
	async (path) => {
		const page = await site.open(path, PLAIN);
		await page.emulateMedia({ media: "print" });
		expect(await page.locator("h1").isVisible()).toBe(true);
		for (const around of [".top", ".strip", ".foot", ".helped"])
			if ((await page.locator(around).count()) > 0) expect(await page.locator(around).first().isVisible()).toBe(false);
		expect((await page.pdf({ format: "A4" })).subarray(0, 5).toString()).toBe("%PDF-");
		await page.context().close();
	},
);

test("nothing reached beyond the server", () => {
	expect(site.strays()).toEqual([]);
});
