import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContextOptions, Page } from "playwright-core";
import { build } from "#cli/build.ts";
import { root } from "#cli/content-files.ts";
import { migrateDatabase } from "#cli/migrate.ts";
import { openBrowser } from "#cli/open-browser.ts";
import { seedDemo } from "#cli/seed.ts";
import { readEnv } from "#env.ts";

/** A morning on which every desk is open, so that the pictures change only when the pages do. */
const MORNING = new Date("2026-11-24T10:00:00Z");

const PHONE = { viewport: { width: 320, height: 690 }, deviceScaleFactor: 1.5 };
const DESK = { viewport: { width: 1280, height: 860 } };
const DARK = { colorScheme: "dark" } as const;

type Reach = (page: Page) => Promise<unknown>;

const go = (path: string) => (page: Page) => page.goto(path);
const ask = (text: string) => async (page: Page) => {
	await page.goto("/guide");
	await page.fill("#text", text);
	await page.click(".ask [type=submit]");
	await page.waitForSelector("[data-guide=open]");
};
const dates = async (page: Page) => {
	await page.goto("/dates");
	await page.selectOption("#event", "initial_conference");
	await page.fill("#day", "24");
	await page.fill("#month", "11");
	await page.fill("#year", "2026");
	await page.click("form .primary");
	await page.waitForSelector(".due");
};
const council = async (page: Page) => {
	await page.goto("/directory");
	await page.fill("#postcode", "ZZ1 1AB");
	await page.click("form .primary");
	await page.waitForSelector("#council .answer");
};
const found = async (page: Page) => {
	await page.goto("/directory/demo");
	await page.fill("#q", "someone to talk to");
	await page.fill("#near", "ZZ1 1AB");
	await page.click("#search .primary");
	await page.waitForSelector(".locator");
	await page.evaluate(() => scrollTo(0, 0));
};
const shortlist = async (page: Page) => {
	await found(page);
	for (const at of [0, 2]) {
		await page.locator(".keep").nth(at).click();
		await page.waitForLoadState();
	}
	await page.click(".kept-line button");
	await page.waitForSelector("#shortlist");
};
const service = async (page: Page) => {
	await page.goto("/directory/demo");
	await page.click(".hit-name a");
	await page.waitForSelector(".facts");
};

const QUESTION = "social services are coming Monday because school saw a bruise. what happens now?";
const DISCLOSURE = "my husband hits me and the children are scared. what is a section 47 enquiry?";

/** One page of each kind, by the name of its pictures. */
const PAGES: Readonly<Record<string, Reach>> = {
	home: go("/"),
	before: go("/guide"),
	guide: ask(QUESTION),
	"guide-urgent": ask(DISCLOSURE),
	people: go("/people/demo"),
	council,
	directory: go("/directory/demo"),
	"directory-found": found,
	"directory-list": shortlist,
	service,
	stages: go("/stages"),
	stage: go("/stages/section_47"),
	answers: go("/answers"),
	answer: go("/answers/s47-what"),
	glossary: go("/glossary"),
	helplines: go("/helplines"),
	dates,
	sheets: go("/sheets"),
	sheet: go("/sheets/who-is-who"),
	about: go("/about/accessibility"),
	embed: go("/embed"),
	"not-found": go("/nothing-here"),
};

type Picture = readonly [name: string, device: BrowserContextOptions, reach: Reach];

/** Each page on a small phone and on a desk, and a few as some people see them: in the dark, and without script. */
const PICTURES: readonly Picture[] = [
	...Object.entries(PAGES).flatMap(([name, reach]): Picture[] => [
		[`${name}-phone`, PHONE, reach],
		[`${name}-desk`, DESK, reach],
	]),
	["home-dark-phone", { ...PHONE, ...DARK }, go("/")],
	["guide-dark-desk", { ...DESK, ...DARK }, ask(QUESTION)],
	["guide-urgent-dark-phone", { ...PHONE, ...DARK }, ask(DISCLOSURE)],
	["directory-found-dark-desk", { ...DESK, ...DARK }, found],
	["guide-no-script-phone", { ...PHONE, javaScriptEnabled: false }, ask(QUESTION)],
];

/** `npx tsx src/cli/screenshots.ts [FOLDER]`: pictures of the pages as they are, to `docs/screenshots/`. `--whole` takes whole pages, for looking at. */
export async function main(argv: readonly string[]): Promise<number> {
	const whole = argv.includes("--whole");
	const folder = argv.find((argument) => !argument.startsWith("--")) ?? join(root, "docs/screenshots");
	if (!(await build(console.log))) return 1;
	const temporary = await mkdtemp(join(tmpdir(), "pictures-"));
	const env = readEnv({ DATABASE_URL: `file:${join(temporary, "pictures.db")}`, PORT: "0" });
	await migrateDatabase(env, () => undefined);
	const { createDependencies } = await import("#dependencies/create-dependencies.ts");
	const { startServer } = await import("#server.ts");
	const deps = createDependencies({ url: env.DATABASE_URL ?? "" }, { clock: { now: () => MORNING } });
	await seedDemo(deps, () => undefined);
	const server = await startServer(deps, env, join(root, "dist/public"), "127.0.0.1");
	const browser = await openBrowser();
	await mkdir(folder, { recursive: true });
	for (const [name, device, reach] of PICTURES) {
		const context = await browser.newContext({
			baseURL: `http://127.0.0.1:${server.port}`,
			reducedMotion: "reduce",
			...device,
		});
		const page = await context.newPage();
		await reach(page);
		await page.screenshot({ path: join(folder, `${name}.png`), fullPage: whole });
		await context.close();
	}
	await browser.close();
	await server.close();
	await rm(temporary, { recursive: true, force: true });
	console.log(`${PICTURES.length} pictures are in ${folder}.`);
	return 0;
}

if (import.meta.filename === process.argv[1]) process.exitCode = await main(process.argv.slice(2));
