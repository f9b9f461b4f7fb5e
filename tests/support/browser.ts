import { existsSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import type { SignInConfig } from "#adapters/oidc/sign-in-config.ts";
import { buildAssets } from "#cli/build.ts";
import { root } from "#cli/content-files.ts";
import { openBrowser } from "#cli/open-browser.ts";
import { seedDemo } from "#cli/seed.ts";
import { createDependencies } from "#dependencies/create-dependencies.ts";
import { readEnv } from "#env.ts";
import { HARMLESS_SITE } from "#pages/paths.ts";
import type { Dependencies } from "#ports.ts";
import { startServer } from "#server.ts";
import { migratedDatabase } from "#tests/support/database.ts";
import { fixedClock, TEST_KEYS } from "#tests/support/test-app.ts";

export type Site = {
	readonly origin: string;
	readonly deps: Dependencies;
	/** A page of its own context: no script where `javaScriptEnabled` is false. It starts on `path`, where one is given. */
	readonly open: (path?: string, options?: BrowserContextOptions) => Promise<Page>;
	/** Every address that any page asked for, other than by leaving. */
	readonly requested: readonly string[];
	/** Requests that went elsewhere than to the server; must stay empty. */
	readonly strays: () => readonly string[];
	readonly close: () => Promise<void>;
};

/** The real server on a free port over a real database with the demonstration in it, and one browser that reaches nothing else. */
export async function openSite(signIn: SignInConfig = { production: true }): Promise<Site> {
	if (!existsSync(join(root, "dist/public/assets/site.css"))) await buildAssets();
	const database = await migratedDatabase();
	const deps = createDependencies(
		{ url: database.url },
		{ clock: fixedClock(), callBacks: { keys: TEST_KEYS }, signIn },
	);
	await seedDemo(deps, () => undefined);
	const server = await startServer(deps, readEnv({ PORT: "0" }), join(root, "dist/public"), "127.0.0.1");
	const browser = await openBrowser();
	const origin = `http://127.0.0.1:${server.port}`;
	const requested: string[] = [];
	const contexts: BrowserContext[] = [];
	return {
		origin,
		deps,
		requested,
		open: async (path, options = {}) => {
			const context = await browser.newContext({
				locale: "en-GB",
				reducedMotion: "reduce",
				baseURL: origin,
				...options,
			});
			contexts.push(context);
			context.on("request", (request) => requested.push(request.url()));
			await context.route(`${HARMLESS_SITE}**`, (route) =>
				route.fulfill({ contentType: "text/html", body: "<!doctype html><title>Weather</title><h1>Weather</h1>" }),
			);
			const page = await context.newPage();
			if (path !== undefined) await page.goto(path);
			return page;
		},
		strays: () =>
			requested.filter(
				(url) => !url.startsWith(origin) && !/^(?:data|blob):/.test(url) && !url.startsWith(HARMLESS_SITE),
			),
		close: async () => {
			await browser.close();
			await server.close();
			await database.close();
		},
	};
}

/** What a browser keeps of a site beside its cookies; all of it must stay empty. */
export function keptBy(page: Page): Promise<Readonly<Record<string, number>>> {
	return page.evaluate(async () => ({
		local: localStorage.length,
		session: sessionStorage.length,
		databases: (await indexedDB.databases()).length,
		caches: (await caches.keys()).length,
		workers: (await navigator.serviceWorker.getRegistrations()).length,
	}));
}

/** What axe finds against WCAG 2.2 AA and good practice, with contrast of text held to AAA; or by the rules named alone. */
export async function accessibilityProblems(page: Page, rules?: readonly string[]): Promise<readonly string[]> {
	const builder = new AxeBuilder({ page }).setLegacyMode(true);
	const asked = rules
		? builder.withRules([...rules])
		: builder.options({ runOnly: GUIDELINES, rules: { [AAA_CONTRAST]: { enabled: true } } });
	const { violations } = await asked.analyze();
	return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${page.url()} ${id} ${target.join(" ")}`));
}
const GUIDELINES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
export const AAA_CONTRAST = "color-contrast-enhanced";

/** How far a page is wider than its window, in pixels. */
export function overflow(page: Page): Promise<number> {
	return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** The rows of the tab's own history, oldest first, and which of them stands open. */
export async function historyOf(page: Page): Promise<{ readonly urls: readonly string[]; readonly at: number }> {
	const session = await page.context().newCDPSession(page);
	const { currentIndex, entries } = await session.send("Page.getNavigationHistory");
	await session.detach();
	return { urls: entries.map(({ url }) => url), at: currentIndex };
}

/** A folder for what a browser saves. */
export function savingFolder(): Promise<string> {
	return mkdtemp(join(tmpdir(), "saved-"));
}
