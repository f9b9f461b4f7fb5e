import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cookieKey } from "#cookie-key.ts";
import { FRESH, writeState } from "#domain/conversation/state.ts";
import { writeTicket } from "#pages/guide/ticket.ts";
import { createTestApp, form, type TestApp } from "#tests/support/test-app.ts";

const DISCLOSURE = "my husband hits me and i am scared. what is a section 47 enquiry";
const PARTS = "text/fragment+html";

let app: TestApp;
beforeAll(async () => {
	app = await createTestApp();
});
afterAll(() => app.close());

const cookieOf = (response: Response) => response.headers.get("set-cookie")?.split(";")[0] ?? "";
const stateIn = (html: string) => /name="state" value="([^"]+)"/.exec(html)?.[1] ?? "";
const headingIn = (html: string) => /<article[^>]*><h2[^>]*>([^<]+)/.exec(html)?.[1];

/** Posts a form as a browser without script does, and follows it. */
async function post(fields: Readonly<Record<string, string>>, cookie?: string) {
	const response = await app.request("/guide", form(fields, cookie));
	const kept = cookieOf(response) || cookie || "";
	const html = await (await app.request("/guide", { headers: { cookie: kept } })).text();
	return { response, html, cookie: kept };
}

async function parts(
	fields: Readonly<Record<string, string>>,
): Promise<{ readonly html: string; readonly response: Response }> {
	const init = form(fields);
	const response = await app.request("/guide", { ...init, headers: { ...init.headers, accept: PARTS } });
	return { response, html: await response.text() };
}

describe("without script", () => {
	test("a post leads back to the same address, and the state travels in one sealed cookie", async () => {
		const { response } = await post({ text: DISCLOSURE });
		expect(response.status).toBe(303);
		expect(response.headers.get("location")).toBe("/guide");
		expect(response.headers.getSetCookie()).toHaveLength(1);
		expect(response.headers.get("set-cookie")).toMatch(/^guide=[\w-]+; Path=\/guide; HttpOnly; SameSite=Strict$/);
	});

	test("the same form sent twice leads to the same page, not two steps on", async () => {
		const start = await post({ door: "parent" });
		const begun = await post({ state: stateIn(start.html), go: "on" }, start.cookie);
		const step = { state: stateIn(begun.html), choice: "option:not-sure" };
		const once = await post(step, begun.cookie);
		const twice = await post(step, once.cookie);
		expect(headingIn(twice.html)).toBe(headingIn(once.html));
		expect(headingIn(once.html)).not.toBe(headingIn(begun.html));
	});

	test("a door shows the page before the guide once, and written words go past it", async () => {
		const first = await post({ door: "parent" });
		expect(first.html).toContain('data-guide="before"');
		const begun = await post({ state: stateIn(first.html), go: "on" }, first.cookie);
		expect(begun.html).toContain('data-guide="open"');
		const again = await post({ door: "young-person" }, begun.cookie);
		expect(again.html).toContain('data-guide="open"');
		expect((await post({ text: DISCLOSURE })).html).toContain('data-guide="open"');
	});

	test("a door starts anew but never takes the urgent card away", async () => {
		const told = await post({ text: DISCLOSURE });
		const anew = await post({ door: "young-person" }, told.cookie);
		expect(anew.html).toContain('class="card urgent"');
		expect(headingIn(anew.html)).not.toBe(headingIn(told.html));
	});

	test("an area that a link or a widget brought along stays", async () => {
		const { html } = await post({ area: "demo", door: "parent", state: "" });
		expect(html).toContain("Go on");
		const begun = await post({ area: "demo", text: "who can i talk to" });
		expect(begun.html).toContain("Harrowmere");
	});
});

describe("with script", () => {
	test("the parts of the page come back, with their state and no cookie", async () => {
		const { response, html } = await parts({ text: DISCLOSURE });
		expect(response.status).toBe(200);
		expect(response.headers.get("set-cookie")).toBeNull();
		expect(response.headers.get("cache-control")).toBe("no-store");
		expect(html).toMatch(/^<div id="guide" data-guide="open" data-state="[\w-]+"/);
		expect(html.indexOf('class="card urgent"')).toBeLessThan(html.indexOf('data-part="turn"'));
		expect(html).not.toContain("scared");
	});

	test("a cookie left by a form that was sent before the script came is taken away", async () => {
		const { cookie } = await post({ text: DISCLOSURE });
		const init = form({ text: "what is an advocate" }, cookie);
		const response = await app.request("/guide", { ...init, headers: { ...init.headers, accept: PARTS } });
		expect(response.headers.get("set-cookie")).toContain("Max-Age=0");
	});

	test("asking for the page again shows where the state stands", async () => {
		const first = await parts({ text: "what is a section 47 enquiry" });
		const again = await parts({ state: stateIn(first.html) });
		expect(headingIn(again.html)).toBe(headingIn(first.html));
	});
});

describe("what cannot be taken", () => {
	test.each([
		["a state of another's making", { state: "AAAAaaaaBBBBbbbbCCCCccccDDDD", text: DISCLOSURE }],
		["no state and no cookie", { text: DISCLOSURE }],
		["a choice that was never offered", { choice: "option:does-not-exist", text: DISCLOSURE }],
		["a message of 200,000 characters", { text: `${DISCLOSURE} ${"and then ".repeat(22_000)}` }],
	])("never stands between a cry for help and its card: %s", async (_name, fields) => {
		expect((await parts(fields)).html).toContain('class="card urgent"');
	});

	test("a form of files is read as well", async () => {
		const body = new FormData();
		body.set("text", DISCLOSURE);
		const headers = { origin: "http://localhost", accept: PARTS };
		const response = await app.request("/guide", { method: "POST", body, headers });
		expect(await response.text()).toContain('class="card urgent"');
	});

	test("an empty message changes nothing", async () => {
		const first = await parts({ text: "what is a section 47 enquiry" });
		const second = await parts({ state: stateIn(first.html), text: "   " });
		expect(headingIn(second.html)).toBe(headingIn(first.html));
	});

	test("a browser that sends no origin with our pages' forms can use them", async () => {
		const init = form({ text: DISCLOSURE });
		const headers = { "content-type": "application/x-www-form-urlencoded", origin: "http://localhost" };
		const old = await app.request("/guide", { ...init, headers: { ...headers, origin: "null" } });
		expect(old.status).toBe(303);
		const { origin: _origin, ...silent } = headers;
		expect((await app.request("/guide", { ...init, headers: silent })).status).toBe(303);
		const elsewhere = { ...headers, origin: "null", "sec-fetch-site": "cross-site" };
		expect((await app.request("/guide", { ...init, headers: elsewhere })).status).toBe(403);
	});
});

test("once a person's step is known, the map of the whole process marks it", async () => {
	const key = await cookieKey(undefined);
	const known = await createTestApp({ settings: { cookieKey: key } });
	const state = writeState({ ...FRESH, flow: "start", audience: "parent", stage: "section_47" });
	const cookie = `guide=${await writeTicket(key, { state, started: true })}`;
	const html = await (await known.request("/guide", { headers: { cookie } })).text();
	expect(html.match(/aria-current="step"/g)).toHaveLength(1);
	expect(html).toMatch(/aria-current="step"><a href="\/stages\/section_47"/);
	expect(html).toMatch(/role="img" aria-label="[^"]*You are here: Section 47/);
	await known.close();
});

test("leaving sends the cookie away and has the browser clear what it keeps", async () => {
	const response = await app.request("/exit");
	expect(response.status).toBe(303);
	expect(response.headers.get("location")).toMatch(/^https:\/\/www\.bbc\.co\.uk\//);
	expect(response.headers.get("clear-site-data")).toBe('"cache", "cookies", "storage"');
	expect(response.headers.get("cache-control")).toBe("no-store");
	expect(response.headers.get("set-cookie")).toContain("Max-Age=0");
});
