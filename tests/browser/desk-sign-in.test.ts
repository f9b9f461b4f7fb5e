import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { buildAssets } from "#cli/build.ts";
import { root } from "#cli/content-files.ts";
import { openBrowser } from "#cli/open-browser.ts";
import { createDependencies } from "#dependencies/create-dependencies.ts";
import { readEnv } from "#env.ts";
import type { Dependencies } from "#ports.ts";
import { startServer } from "#server.ts";
import { signInConfig } from "#sign-in-env.ts";
import { accessibilityProblems } from "#tests/support/browser.ts";
import { migratedDatabase, type TestDatabase } from "#tests/support/database.ts";
import { CLIENT, openIdentityProvider } from "#tests/support/identity-provider.ts";

let database: TestDatabase;
let provider: Awaited<ReturnType<typeof openIdentityProvider>>;
let server: Awaited<ReturnType<typeof startServer>>;
let browser: Browser;
let deps: Dependencies;
let origin = "";
const contexts: BrowserContext[] = [];

beforeAll(async () => {
	if (!existsSync(join(root, "dist/public/assets/desk.css"))) await buildAssets();
	database = await migratedDatabase();
	provider = await openIdentityProvider(() => `${origin}/desk/sign-in/callback`);
	const env = readEnv({
		PORT: "0",
		OIDC_ISSUER: provider.issuer,
		OIDC_CLIENT_ID: CLIENT.id,
		OIDC_CLIENT_SECRET: CLIENT.secret,
		OIDC_SCOPES: "openid profile email roles",
	});
	deps = createDependencies({ url: database.url }, { signIn: signInConfig(env) });
	for (const slug of ["demo", "othertown"]) await deps.areas.save({ slug, name: slug, demonstration: true });
	server = await startServer(deps, env, join(root, "dist/public"), "127.0.0.1");
	origin = `http://127.0.0.1:${server.port}`;
	await provider.ready();
	browser = await openBrowser();
});
afterAll(async () => {
	await browser.close();
	await server.close();
	await provider.close();
	await database.close();
});
afterEach(async () => {
	for (const context of contexts.splice(0)) await context.close();
});

async function visit(path: string, javaScriptEnabled = false): Promise<Page> {
	const context = await browser.newContext({ baseURL: origin, javaScriptEnabled });
	contexts.push(context);
	const page = await context.newPage();
	await page.goto(path);
	return page;
}

/** Through the provider's own pages: who one is, then that the desk may know. */
async function signInAs(page: Page, name: string): Promise<void> {
	await page.click("text=Sign in with your work account");
	await page.fill("[name=login]", name);
	await page.fill("[name=password]", "any");
	await page.click("[type=submit]");
	await page.click("[type=submit]");
	await page.waitForURL(`${origin}/**`);
}

test.each([false, true])(
	"a manager signs in at the provider and is back at the page that was asked for (script: %s)",
	async (script) => {
		const page = await visit("/desk/demo?from=bookmark", script);
		expect(new URL(page.url()).pathname).toBe("/desk/sign-in");
		await signInAs(page, "mo");
		expect(page.url()).toBe(`${origin}/desk/demo?from=bookmark`);
		expect(await page.textContent(".person")).toContain("Signed in as Mo Manager");
		const cookies = await page.context().cookies(origin);
		expect(
			cookies
				.filter(({ name }) => name.includes("desk"))
				.map(({ name, httpOnly, sameSite }) => [name, httpOnly, sameSite]),
		).toEqual([["desk", true, "Lax"]]);
	},
);

test("the pages on the way are accessible, and the desk's forms work in a real browser", async () => {
	const page = await visit("/desk", true);
	expect(await accessibilityProblems(page)).toEqual([]);
	await signInAs(page, "mo");
	expect(page.url()).toBe(`${origin}/desk/demo`);
	expect(await accessibilityProblems(page)).toEqual([]);
	await page.click("text=Sign out >> nth=0");
	await page.waitForURL(`${origin}/desk/sign-in`);
	await page.goto("/desk/demo");
	expect(page.url()).toContain("/desk/sign-in");
});

test("an editor has an editor's roles and no area but the own; what else the claim holds gives nothing", async () => {
	const page = await visit("/desk/demo");
	await signInAs(page, "ed");
	expect(await page.textContent("main")).toContain("Keeps listings true");
	expect((await page.goto("/desk/othertown"))?.status()).toBe(403);
	expect(await accessibilityProblems(await visit("/desk/sign-in", true))).toEqual([]);
});

test("somebody without a role sees their name at the desk, and comes in once a manager has given one", async () => {
	const page = await visit("/desk");
	await signInAs(page, "newcomer");
	expect(await page.textContent(".member")).toBe("newcomer@example.org");
	const at = new Date();
	await deps.deskMembers.give(
		"othertown",
		{ member: "newcomer@example.org", role: "viewer", givenBy: "x", givenAt: at },
		{ area: "othertown", at, actor: "x", action: "member.given", entity: "member", entityId: null, detail: {} },
	);
	await page.goto("/desk");
	expect(page.url()).toBe(`${origin}/desk/othertown`);
});

test("the way back counts once, and only in the browser that set out", async () => {
	const page = await visit("/desk");
	let back = "";
	page.on("request", (request) => {
		if (request.url().includes("/callback?")) back = request.url();
	});
	await signInAs(page, "mo");
	expect(back).toContain("code=");
	expect((await page.goto(back))?.status()).toBe(400);
	expect(await page.textContent("h1")).toContain("You could not be signed in");
	const other = await visit("/desk/sign-in");
	expect((await other.goto(back))?.status()).toBe(400);
	expect((await other.context().cookies(origin)).filter(({ name }) => name === "desk")).toEqual([]);
});

test("somebody who stops at the provider is told so, and can try again", async () => {
	const page = await visit("/desk");
	await page.click("text=Sign in with your work account");
	await page.click("a:has-text('Cancel')");
	await page.waitForURL(`${origin}/**`);
	expect(await page.textContent("main")).toContain("You stopped");
	await page.click("text=Try again");
	expect(await page.textContent("h1")).toBe("Sign in to the desk");
});

test("a page of another site cannot post for the person", async () => {
	const page = await visit("/desk/demo", true);
	await signInAs(page, "mo");
	await page.goto(`${provider.issuer}/.well-known/openid-configuration`);
	const [response] = await Promise.all([
		page.waitForResponse((found) => found.url().endsWith("/desk/sign-out-everywhere")),
		page.evaluate((action) => {
			const form = Object.assign(document.createElement("form"), { method: "post", action });
			document.body.append(form);
			form.submit();
		}, `${origin}/desk/sign-out-everywhere`),
	]);
	expect(response.status()).toBe(403);
	await page.waitForURL(`${origin}/**`);
	await page.goto("/desk/demo");
	expect(page.url()).toBe(`${origin}/desk/demo`);
});
