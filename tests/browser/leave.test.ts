import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { HARMLESS_SITE } from "#pages/paths.ts";
import { historyOf, keptBy, openSite, type Site } from "#tests/support/browser.ts";

let site: Site;
beforeAll(async () => {
	site = await openSite();
});
afterAll(() => site.close());

async function inTheGuide(path = "/guide") {
	const page = await site.open("/");
	await page.goto(path);
	if (path === "/guide") {
		await page.fill("#text", "my husband hits me and i am scared");
		await page.click(".ask [type=submit]");
		await page.waitForSelector(".urgent");
	}
	return page;
}

describe("leaving in a hurry", () => {
	test("by the button: the harmless page takes the guide's row of the history, and Back does not return to it", async () => {
		const page = await inTheGuide();
		await page.click("[data-leave]");
		await page.waitForURL(HARMLESS_SITE);
		const { urls, at } = await historyOf(page);
		expect(urls.filter((url) => url.includes("/guide"))).toEqual([]);
		expect(urls[at]).toBe(HARMLESS_SITE);
		await page.goBack();
		expect(page.url()).toBe(`${site.origin}/`);
		expect(await page.content()).not.toContain("scared");
		await page.context().close();
	});

	test.each([
		"/guide",
		"/",
		"/people/demo",
		"/directory/demo",
		"/answers/s47-what",
		"/helplines",
		"/dates",
		"/sheets/who-is-who",
		"/nothing-here",
	])("by pressing Shift three times, on %s", async (path) => {
		const page = await inTheGuide(path);
		for (const _press of [1, 2, 3]) await page.keyboard.press("Shift");
		await page.waitForURL(HARMLESS_SITE);
		expect((await historyOf(page)).urls.filter((url) => path !== "/" && url.endsWith(path))).toEqual([]);
		await page.context().close();
	});

	test("the page is gone from sight at once, before anything has answered", async () => {
		const page = await inTheGuide();
		await page.context().route(`${HARMLESS_SITE}**`, () => undefined);
		await page.context().route("**/exit", () => undefined);
		const seen = await page.evaluate(() => {
			document.querySelector<HTMLElement>("[data-leave]")?.click();
			return [document.title, document.body?.textContent ?? "", document.documentElement.children.length];
		});
		expect(seen).toEqual(["", "", 0]);
		await page.context().close();
	});

	test("the server takes away the cookie that a form without script may have left, and nothing stays in the browser", async () => {
		const page = await inTheGuide();
		await page.context().addCookies([{ name: "guide", value: "left-over", domain: "127.0.0.1", path: "/guide" }]);
		await page.click("[data-leave]");
		await page.waitForURL(HARMLESS_SITE);
		await expect.poll(() => page.context().cookies()).toEqual([]);
		await page.goto("/");
		expect(Object.values(await keptBy(page)).every((count) => count === 0)).toBe(true);
		await page.context().close();
	});

	test("writing in capitals, or pressing Shift slowly, does not leave", async () => {
		const page = await site.open("/guide");
		await page.focus("#text");
		await page.keyboard.type("NO NO NO");
		for (const _press of [1, 2]) await page.keyboard.press("Shift");
		await page.waitForTimeout(1600);
		await page.keyboard.press("Shift");
		await page.waitForTimeout(100);
		expect(page.url()).toBe(`${site.origin}/guide`);
		await page.context().close();
	});

	test("a person using a keyboard meets the way out first, after the way to the main part", async () => {
		const page = await site.open("/guide");
		await page.keyboard.press("Tab");
		expect(await page.evaluate(() => document.activeElement?.getAttribute("href"))).toBe("#main");
		await page.keyboard.press("Tab");
		await page.keyboard.press("Tab");
		expect(await page.evaluate(() => document.activeElement?.hasAttribute("data-leave"))).toBe(true);
		await page.context().close();
	});

	test("it stays in sight while a page is scrolled, at the size of a thumb", async () => {
		const page = await site.open("/helplines", { viewport: { width: 320, height: 640 } });
		await page.evaluate(() => scrollTo(0, 3000));
		const box = await page.locator("[data-leave]").boundingBox();
		expect(box?.y).toBeGreaterThanOrEqual(0);
		expect(box?.y).toBeLessThan(60);
		expect(box?.height).toBeGreaterThanOrEqual(44);
		await page.context().close();
	});
});

describe("the page before the guide", () => {
	test("tells of 999 and of leaving, is passed by one press, and can be passed by writing", async () => {
		const page = await site.open("/guide", { viewport: { width: 320, height: 640 }, javaScriptEnabled: false });
		expect(await page.isVisible("a[href='tel:999']")).toBe(true);
		expect(await page.locator(".leave-points li").count()).toBeGreaterThan(2);
		expect(await page.isVisible(".go-on button")).toBe(true);
		await page.fill("#text", "my husband hits me");
		await page.click(".ask [type=submit]");
		expect(await page.isVisible(".urgent")).toBe(true);
		await page.context().close();
	});
});

test("nothing but leaving reached beyond the server", () => {
	expect(site.strays()).toEqual([]);
});
