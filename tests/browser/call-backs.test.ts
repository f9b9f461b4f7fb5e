import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { buildAssets } from "#cli/build.ts";
import { root } from "#cli/content-files.ts";
import { openBrowser } from "#cli/open-browser.ts";
import { createDependencies } from "#dependencies/create-dependencies.ts";
import { readEnv } from "#env.ts";
import type { Dependencies } from "#ports.ts";
import { startServer } from "#server.ts";
import { accessibilityProblems, keptBy, overflow } from "#tests/support/browser.ts";
import { migratedDatabase, type TestDatabase } from "#tests/support/database.ts";
import { signedIn } from "#tests/support/desk.ts";
import { TEST_KEYS, TUESDAY_MORNING } from "#tests/support/test-app.ts";

let database: TestDatabase;
let deps: Dependencies;
let server: Awaited<ReturnType<typeof startServer>>;
let browser: Browser;
let origin = "";
let now = TUESDAY_MORNING.getTime();
const contexts: BrowserContext[] = [];

const SMALL = { viewport: { width: 320, height: 640 } };
const WIDE = { viewport: { width: 1280, height: 900 } };
const DARK = { ...SMALL, colorScheme: "dark" } as const;
const PLAIN = { ...SMALL, javaScriptEnabled: false };

beforeAll(async () => {
	if (!existsSync(join(root, "dist/public/assets/desk.css"))) await buildAssets();
	database = await migratedDatabase();
	deps = createDependencies(
		{ url: database.url },
		{
			clock: { now: () => new Date(now) },
			signIn: { production: false },
			callBacks: { keys: TEST_KEYS },
		},
	);
	await deps.areas.save({ slug: "demo", name: "Harrowmere", demonstration: true });
	server = await startServer(deps, readEnv({ PORT: "0" }), join(root, "dist/public"), "127.0.0.1");
	origin = `http://127.0.0.1:${server.port}`;
	browser = await openBrowser();
});
afterAll(async () => {
	await browser.close();
	await server.close();
	await database.close();
});
afterEach(async () => {
	for (const context of contexts.splice(0)) await context.close();
});

async function open(path: string, options: BrowserContextOptions): Promise<Page> {
	const context = await browser.newContext({ locale: "en-GB", reducedMotion: "reduce", baseURL: origin, ...options });
	contexts.push(context);
	const page = await context.newPage();
	await page.goto(path);
	return page;
}

/** Fills the form in as a person does, who needs a minute for it. */
async function fill(page: Page, name: string, line = ""): Promise<void> {
	await page.fill("#name", name);
	await page.fill("#phone", "07700 900123");
	await page.check("[name=safe_ring]");
	await page.fill("#line", line);
	now += 60_000;
}

const send = (page: Page) => page.click("form.search button[type=submit]");

async function flat(page: Page): Promise<void> {
	expect(await overflow(page)).toBeLessThanOrEqual(0);
}

async function sound(page: Page): Promise<void> {
	expect(await accessibilityProblems(page)).toEqual([]);
	await flat(page);
}

test.each([
	["a phone in the dark", DARK],
	["a desk", WIDE],
	["a phone without script", PLAIN],
] as const)(
	"on %s a person asks for a call, is told what is wrong, gets a receipt and sees what happens",
	async (_on, device) => {
		const scripted = device !== PLAIN;
		const looked = device === DARK ? sound : flat;
		const page = await open("/call-back/demo", device);
		await looked(page);
		await fill(page, "");
		await send(page);
		expect(await page.inputValue("#phone")).toBe("07700 900123");
		expect(await page.textContent(".error-summary")).toContain("Tell us what to call you");
		await looked(page);
		await fill(page, "Sam", "my husband hits me and the children are scared");
		await send(page);
		await page.waitForSelector(".receipt");
		expect(await page.textContent(".urgent")).toContain("999");
		await looked(page);
		const [reference = "", secret = ""] = await page.locator(".reference").allTextContents();
		expect(page.url()).not.toMatch(new RegExp(reference.replace(" ", "")));
		if (scripted) expect(Object.values(await keptBy(page)).every((count) => count === 0)).toBe(true);
		await page.goto("/call-backs");
		await looked(page);
		await page.fill("#reference", reference);
		await page.fill("#secret", secret);
		await page.click("form.search button[type=submit]");
		expect(await page.textContent("main")).toContain("We have it.");
		await looked(page);
	},
);

test("from the guide what was talked about comes along as names that can be left out, and no address tells of it", async () => {
	const page = await open("/guide", SMALL);
	await page.fill("#text", "what happens at a child protection conference");
	await page.click(".ask [type=submit]");
	await page.waitForSelector("[data-guide=open]");
	await page.fill("#postcode", "ZZ1 1AA");
	await page.click(".area [type=submit]");
	await page.click("form[action='/call-back/demo'] button");
	await page.waitForSelector("#about");
	expect(page.url()).toBe(`${origin}/call-back/demo`);
	expect(await page.locator("#about input[type=checkbox]:checked").count()).toBeGreaterThan(0);
});

test.each([
	["a phone", SMALL],
	["a desk in the dark", { ...WIDE, colorScheme: "dark" as const }],
])(
	"on %s the queue and a request at the desk are sound, and a worker takes one without script",
	async (_on, device) => {
		const secret = await signedIn(deps, { demo: ["manager"] }, "Max Manager");
		const context = await browser.newContext({ baseURL: origin, ...device });
		contexts.push(context);
		await context.addCookies([{ name: "desk", value: secret, url: origin }]);
		const page = await context.newPage();
		const form = await open("/call-back/demo", PLAIN);
		await fill(form, `Person of ${_on}`);
		await send(form);
		await form.waitForSelector(".receipt");
		await page.goto("/desk/demo/call-backs");
		await sound(page);
		await page.locator("table a").last().click();
		expect(await page.textContent("main")).toContain("07700 900123");
		await sound(page);
		await page.click("button[value=claim]");
		expect(await page.textContent("main")).toContain("Max Manager");
		await page.goto("/desk/demo/messages");
		await sound(page);
		await page.goto("/desk/demo/webhooks");
		await page.fill("#url", "https://example.org/hook");
		await page.click("button[value=add]");
		await sound(page);
		await page.click("button[value=remove]");
	},
);
