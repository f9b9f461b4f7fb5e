import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openSite, overflow, type Site } from "#tests/support/browser.ts";

const PHONE = { viewport: { width: 320, height: 640 } };

let site: Site;
beforeAll(async () => {
	site = await openSite();
});
afterAll(() => site.close());

describe("a sheet", () => {
	test("is filled in, saved to the person's own device and emptied, and nothing of it is sent", async () => {
		const page = await site.open("/sheets/who-is-who");
		await page.waitForSelector("[data-do=save]:visible");
		const before = site.requested.length;
		await page.fill("#part-1", "Priya Shah, 01632 960999\nMonday to Thursday");
		const [saved] = await Promise.all([page.waitForEvent("download"), page.click("[data-do=save]")]);
		const text = await readFile(await saved.path(), "utf8");
		expect(text).toContain("Who is who");
		expect(text).toContain("Priya Shah, 01632 960999\nMonday to Thursday");
		expect(saved.suggestedFilename()).toBe("sheet.txt");
		await page.click("[data-do=clear]");
		expect(await page.inputValue("#part-1")).toBe("");
		expect(site.requested.slice(before).filter((url) => !url.startsWith("blob:"))).toEqual([]);
		expect(await page.locator("[data-sheet] [name]").count()).toBe(0);
		await page.context().close();
	});

	test("grows with what is written, so that print shows all of it, and a refresh forgets it", async () => {
		const page = await site.open("/sheets/who-is-who");
		const height = () => page.locator("#part-2").evaluate((box) => [box.clientHeight, box.scrollHeight]);
		await page.fill("#part-2", "one line\n".repeat(20));
		const [seen = 0, whole = 1] = await height();
		expect(seen).toBeGreaterThanOrEqual(whole);
		await page.reload();
		expect(await page.inputValue("#part-2")).toBe("");
		await page.context().close();
	});

	test("prints as a blank without script: its lines, and nothing of the site around them", async () => {
		const page = await site.open("/sheets/who-is-who", { javaScriptEnabled: false });
		await page.emulateMedia({ media: "print" });
		for (const around of [".top", ".strip", ".foot", ".note", ".routes"])
			expect(await page.isVisible(around)).toBe(false);
		expect(await page.isVisible("h1")).toBe(true);
		expect(await page.locator("textarea.ruled:visible").count()).toBeGreaterThan(5);
		expect((await page.pdf()).subarray(0, 5).toString()).toBe("%PDF-");
		await page.context().close();
	});
});

describe("a word that was heard", () => {
	test.each([true, false])("is found with its meaning; with script: %s", async (javaScriptEnabled) => {
		const page = await site.open("/glossary", { javaScriptEnabled });
		await page.fill("#word", "I.C.P.C.");
		await page.keyboard.press("Enter");
		await page.waitForSelector("#found dt");
		expect(await page.locator("#found dt").first().textContent()).toMatch(/conference/i);
		expect(page.url()).toBe(`${site.origin}/glossary`);
		await page.context().close();
	});
});

describe("dates", () => {
	test("are worked out without script, saved as a calendar file, and printed", async () => {
		const page = await site.open("/dates", { ...PHONE, javaScriptEnabled: false });
		await page.selectOption("#event", "care_application");
		await page.fill("#day", "1");
		await page.fill("#month", "6");
		await page.fill("#year", "2026");
		await page.click("form .primary");
		await page.waitForSelector(".due time");
		expect(page.url()).toBe(`${site.origin}/dates`);
		expect(await page.getAttribute(".due time", "datetime")).toBe("2026-11-30");
		const [saved] = await Promise.all([page.waitForEvent("download"), page.click("text=Save a calendar file")]);
		expect(await readFile(await saved.path(), "utf8")).toContain("DTSTART;VALUE=DATE:20261130");
		await page.emulateMedia({ media: "print" });
		expect(await page.isVisible(".due")).toBe(true);
		expect(await page.isVisible("#event")).toBe(false);
		await page.context().close();
	});
});

describe("the directory", () => {
	test("is searched without script, narrowed and opened, and no address tells of it", async () => {
		const page = await site.open("/directory/demo", { ...PHONE, javaScriptEnabled: false });
		await page.fill("#q", "someone to talk to");
		await page.fill("#near", "ZZ1 1AB");
		await Promise.all([page.waitForEvent("load"), page.click("#search .primary")]);
		expect(page.url()).toBe(`${site.origin}/directory/demo#result`);
		expect(await page.inputValue("#q")).toBe("someone to talk to");
		expect(await page.locator(".cards .tag", { hasText: "miles away" }).count()).toBeGreaterThan(0);
		expect(await page.locator(".cards").textContent()).not.toMatch(/\bkm\b/);
		await page.click("#search summary");
		await page.check("[name=free]");
		await Promise.all([page.waitForEvent("load"), page.click("#search .primary")]);
		expect(await page.isChecked("[name=free]")).toBe(true);
		await page.locator(".hit-name a").first().click();
		expect(await page.locator(".facts dt").count()).toBeGreaterThan(2);
		await page.context().close();
	});

	test("puts the urgent card first where what was looked for tells of danger", async () => {
		const page = await site.open("/directory/demo", { javaScriptEnabled: false });
		await page.fill("#q", "my husband hits me");
		await Promise.all([page.waitForEvent("load"), page.click("#search .primary")]);
		const [card, heading] = await Promise.all([
			page.locator(".urgent").boundingBox(),
			page.locator("h1").boundingBox(),
		]);
		expect(card?.y).toBeLessThan(heading?.y ?? 0);
		await page.context().close();
	});
});

test("on a slow line the guide can be used within three seconds", async () => {
	const page = await site.open(undefined, PHONE);
	const session = await page.context().newCDPSession(page);
	// A slow 3G line: 400 kbit/s down and up, 400 ms there and back.
	const rate = (400 * 1000) / 8;
	await session.send("Network.emulateNetworkConditions", {
		offline: false,
		latency: 400,
		downloadThroughput: rate,
		uploadThroughput: rate,
	});
	const start = performance.now();
	await page.goto("/guide", { waitUntil: "commit" });
	await page.waitForSelector(".go-on button");
	await page.waitForFunction(() => getComputedStyle(document.body).marginTop === "0px");
	expect(performance.now() - start).toBeLessThan(3000);
	await page.context().close();
});

const READ_FROM_RIGHT = [
	"/",
	"/guide",
	"/people/demo",
	"/directory",
	"/directory/demo",
	"/stages",
	"/stages/section_47",
	"/answers/s47-what",
	"/helplines",
	"/glossary",
	"/dates",
	"/sheets/who-is-who",
	"/embed",
];
test("read from right to left, no page is wider than a small phone", async () => {
	const page = await site.open(undefined, PHONE);
	for (const path of READ_FROM_RIGHT) {
		await page.goto(path);
		await page.evaluate(() => {
			document.documentElement.dir = "rtl";
		});
		expect([path, await overflow(page)]).toEqual([path, 0]);
	}
	await page.context().close();
});

test("nothing reached beyond the server", () => {
	expect(site.strays()).toEqual([]);
});
