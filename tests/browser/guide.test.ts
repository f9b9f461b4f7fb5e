import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { HARMLESS_SITE } from "#pages/paths.ts";
import { historyOf, openSite, type Site } from "#tests/support/browser.ts";

const DISCLOSURE = "my husband hits me and i am scared. what is a section 47 enquiry";
const PHONE = { width: 390, height: 844 };

let site: Site;
beforeAll(async () => {
	site = await openSite();
});
afterAll(() => site.close());

async function send(page: Page, text: string): Promise<void> {
	const before = await heading(page);
	await page.fill("#text", text);
	await page.click(".ask [type=submit]");
	await page.waitForFunction(
		(old) =>
			document.querySelector("[data-part=turn] h2")?.textContent !== old && !document.querySelector("[aria-busy]"),
		before,
	);
}

async function choose(page: Page, label: string): Promise<void> {
	const before = await heading(page);
	await page.click(`.choice:has-text("${label}")`);
	await page.waitForFunction((old) => document.querySelector("[data-part=turn] h2")?.textContent !== old, before);
}

async function heading(page: Page): Promise<string | null> {
	const found = page.locator("[data-part=turn] h2").first();
	return (await found.count()) > 0 ? found.textContent() : null;
}

const firstOf = (page: Page, ...selectors: readonly string[]) =>
	page.evaluate((all) => {
		const found = all.map(
			(selector) => document.querySelector(selector)?.getBoundingClientRect().top ?? Number.POSITIVE_INFINITY,
		);
		return all[found.indexOf(Math.min(...found))];
	}, selectors);

describe("with script", () => {
	let page: Page;
	beforeEach(async () => {
		page = await site.open("/", { viewport: PHONE });
		await page.click("text=I am a parent or carer");
		await page.waitForSelector("[data-guide=before]");
		await page.click(".go-on button");
		await page.waitForSelector("[data-guide=open]");
		return () => page.context().close();
	});

	test("a door leads past the page before the guide to its own first question", async () => {
		expect(await heading(page)).toBe("What is happening?");
		expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("What is happening?");
	});

	test("a whole conversation has one address, one title and one row of history, and never loads the page again", async () => {
		await page.evaluate(() => document.body.setAttribute("data-same", "yes"));
		await choose(page, "I had a letter, visit or call");
		await send(page, "what is a child protection conference");
		await send(page, DISCLOSURE);
		expect(page.url()).toBe(`${site.origin}/guide`);
		expect(await page.title()).toBe("Guide – Fingerpost");
		expect(await page.getAttribute("body", "data-same")).toBe("yes");
		expect((await historyOf(page)).urls.filter((url) => url !== "about:blank")).toEqual([
			`${site.origin}/`,
			`${site.origin}/guide`,
		]);
		expect(await page.context().cookies()).toEqual([]);
	});

	test("the urgent card stands before the answer, and stays through what follows and through a new start", async () => {
		await send(page, DISCLOSURE);
		expect(await firstOf(page, ".urgent", "[data-part=turn]", ".choices")).toBe(".urgent");
		expect(await page.evaluate(() => (document.querySelector(".urgent")?.getBoundingClientRect().top ?? -1) >= 0)).toBe(
			true,
		);
		expect(await heading(page)).toMatch(/section 47/i);
		await send(page, "what is a child in need plan");
		await page.click("text=Start again");
		await page.waitForFunction(() => document.querySelector("[data-part=turn] h2")?.textContent === "Who are you?");
		expect(await page.isVisible(".urgent")).toBe(true);
		await page.click("text=I am not in danger");
		await page.waitForSelector(".small-card");
		expect(await page.locator(".small-card .route").count()).toBe(2);
	});

	test("the answer is read out whole and politely, and focus stays where the person writes", async () => {
		expect(await page.getAttribute("[data-part=turn]", "role")).toBe("log");
		await page.fill("#text", "what is a section 47 enquiry");
		await page.focus("#text");
		await page.evaluate(() => {
			const log = document.querySelector("[data-part=turn]");
			document.body.dataset["changes"] = "0";
			if (log)
				new MutationObserver(() => {
					document.body.dataset["changes"] = String(Number(document.body.dataset["changes"]) + 1);
				}).observe(log, { childList: true });
			document.querySelector<HTMLFormElement>(".ask")?.requestSubmit();
		});
		await page.waitForSelector(".answer");
		expect(await page.getAttribute("body", "data-changes")).toBe("1");
		expect(await page.evaluate(() => document.activeElement?.id)).toBe("text");
		expect(await page.inputValue("#text")).toBe("");
	});

	test("what was asked stands above its answer as plain text, and the answers before it can be read again", async () => {
		await send(page, "<img src=x onerror=alert(1)> what is a section 47 enquiry");
		expect(await page.textContent(".asked")).toBe(
			"You asked: <img src=x onerror=alert(1)> what is a section 47 enquiry",
		);
		expect(await page.locator(".asked img").count()).toBe(0);
		const first = await heading(page);
		await send(page, "what is a child protection conference");
		await page.click("[data-earlier] summary");
		expect(await page.locator("[data-earlier]").innerText()).toContain(first);
	});

	test("a question written before the guide stands above its answer too", async () => {
		const fresh = await page.context().newPage();
		await fresh.goto("/guide");
		await fresh.fill("#text", "what is a section 47 enquiry");
		await fresh.click(".ask [type=submit]");
		await fresh.waitForSelector("[data-guide=open]");
		expect(await fresh.textContent(".asked")).toBe("You asked: what is a section 47 enquiry");
	});

	test("a refresh keeps the place and the card, and forgets the words", async () => {
		await send(page, DISCLOSURE);
		const here = await heading(page);
		await page.reload();
		await page.waitForSelector("[data-guide=open]");
		expect(await heading(page)).toBe(here);
		expect(await page.isVisible(".urgent")).toBe(true);
		expect(await page.content()).not.toContain("i am scared");
		expect(JSON.stringify(await page.evaluate(() => history.state))).not.toContain("scared");
	});

	test("pressing twice asks once", async () => {
		const before = site.requested.length;
		await page.dblclick('.choice:has-text("I am not sure")');
		await page.waitForFunction(
			() => document.querySelector("[data-part=turn] h2")?.textContent !== "What is happening?",
		);
		await page.waitForLoadState("networkidle");
		expect(site.requested.slice(before)).toHaveLength(1);
	});

	test("two tabs are two conversations", async () => {
		const other = await page.context().newPage();
		await other.goto("/guide");
		await other.click(".go-on button");
		await other.waitForSelector("[data-guide=open]");
		await choose(page, "I had a letter, visit or call");
		expect(await heading(other)).toBe("Who are you?");
		await choose(other, "I am a child or young person");
		await page.reload();
		await page.waitForSelector("[data-guide=open]");
		expect(await heading(page)).not.toBe(await heading(other));
	});

	test("going back leaves the guide at once, and coming forward finds the place again", async () => {
		await choose(page, "I had a letter, visit or call");
		const here = await heading(page);
		await page.goBack();
		expect(page.url()).toBe(`${site.origin}/`);
		await page.goForward();
		await page.waitForSelector("[data-guide=open]");
		expect(await heading(page)).toBe(here);
	});

	test("a look at the meaning of a word does not lose the place", async () => {
		await send(page, "what is a section 47 enquiry");
		const here = await heading(page);
		await page.click(".tools a[href='/glossary']");
		await page.goBack();
		await page.waitForSelector("[data-guide=open]");
		expect(await heading(page)).toBe(here);
	});

	test("one step back is a button, and start again forgets what was chosen", async () => {
		await choose(page, "I had a letter, visit or call");
		await page.click(".controls >> text=Go back one step");
		await page.waitForFunction(
			() => document.querySelector("[data-part=turn] h2")?.textContent === "What is happening?",
		);
		await page.click(".controls >> text=Start again");
		await page.waitForFunction(() => document.querySelector("[data-part=turn] h2")?.textContent === "Who are you?");
		expect(await page.isHidden("[data-earlier]")).toBe(true);
	});

	test("where no answer comes, the words stay in the box and the people stay on the page", async () => {
		await page.fill("#text", "is anyone there");
		await page.context().setOffline(true);
		await page.click(".ask [type=submit]");
		await page.waitForSelector("[data-no-reply]:visible");
		expect(await page.inputValue("#text")).toBe("is anyone there");
		expect(await page.locator("a[href^='tel:']").count()).toBeGreaterThan(2);
		await page.context().setOffline(false);
		await send(page, "what is a section 47 enquiry");
		expect(await page.isHidden("[data-no-reply]")).toBe(true);
	});

	test("it can all be done with a keyboard", async () => {
		await page.focus(".choice");
		await page.keyboard.press("Enter");
		await page.waitForFunction(
			() => document.querySelector("[data-part=turn] h2")?.textContent !== "What is happening?",
		);
		expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("H2");
		await page.keyboard.press("Tab");
		expect(await page.evaluate(() => document.activeElement?.closest("#guide") !== null)).toBe(true);
	});
});

describe("without script", () => {
	let page: Page;
	const press = (selector: string) => Promise.all([page.waitForEvent("load"), page.locator(selector).first().click()]);
	beforeEach(async () => {
		page = await site.open("/", { viewport: PHONE, javaScriptEnabled: false });
		await page.click("text=I am a young person");
		await page.click(".go-on button");
		return () => page.context().close();
	});

	test("the same forms lead through it at one address, under one title", async () => {
		expect(await page.isVisible("text=Go on >> visible=true")).toBe(false);
		await press(".choice");
		await page.fill("#text", DISCLOSURE);
		await press(".ask [type=submit]");
		expect(page.url()).toBe(`${site.origin}/guide`);
		expect(await page.title()).toBe("Guide – Fingerpost");
		expect(await page.isVisible(".urgent")).toBe(true);
		expect(await page.content()).not.toContain("i am scared");
	});

	test("a refresh shows the same again and sends nothing twice", async () => {
		await press(".choice");
		const here = await heading(page);
		await page.reload();
		expect(await heading(page)).toBe(here);
	});

	test("going back never asks to send a form again, and a page gone back to goes on from what it shows", async () => {
		await press(".choice");
		const here = await heading(page);
		await press(".choice");
		await page.goBack();
		expect(page.url()).toBe(`${site.origin}/guide`);
		expect(await heading(page)).not.toBeNull();
		await press(".controls >> text=Go back one step");
		expect(await heading(page)).toBe(here);
	});

	test("two tabs go on each from what they show", async () => {
		const other = await page.context().newPage();
		await other.goto("/guide");
		expect(await heading(other)).toBe(await heading(page));
		await other.click(".controls >> text=Start again");
		expect(await heading(other)).toBe("Who are you?");
		const label = (await page.locator(".choice").first().textContent()) ?? "";
		await press(".choice");
		expect(await page.textContent(".controls")).toContain("Go back one step");
		await press(".controls >> text=Go back one step");
		expect(await page.locator(".choice").first().textContent()).toBe(label);
	});

	test("leaving goes to the harmless site and forgets the conversation", async () => {
		await page.fill("#text", DISCLOSURE);
		await press(".ask [type=submit]");
		expect(await page.context().cookies()).toHaveLength(1);
		await page.click(".leave");
		await expect.poll(() => site.requested.at(-1)).toBe(HARMLESS_SITE);
		expect(await page.context().cookies()).toEqual([]);
		await page.goto("/guide");
		expect(await page.isVisible(".urgent")).toBe(false);
	});
});

test("no page of the guide asked for anything from anywhere else", () => {
	expect(site.strays()).toEqual([]);
});
