import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import type { Frame, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildEmbed } from "#cli/build-embed.ts";
import { accessibilityProblems, openSite, type Site } from "#tests/support/browser.ts";
import { type Host, openHost, openWire } from "#tests/support/host-page.ts";

let site: Site;
let host: Host;
let wire: Awaited<ReturnType<typeof openWire>>;

/** Where the address of our server goes in a page. */
const SERVER = "{server}";
const script = `<script src="${SERVER}/embed/v1/fingerpost.js" defer></script>`;
const FALLBACK = `<p><a href="${SERVER}/directory/demo">All our services</a></p>`;
const page = (body: string, head = "") =>
	`<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Council</title>${head}</head><body><main><h1>Help for families</h1>${body}</main></body></html>`;

/** A framework of the old kind: it puts its own methods on everything, and does not care who else is there. */
const OLD_FRAMEWORK = `
	Object.prototype.inherited = function () { return "mine"; };
	Array.prototype.each = function (visit) { for (var i = 0; i < this.length; i++) visit(this[i]); return this; };
	Array.prototype.toJSON = function () { return "[" + this.join() + "]"; };
	Array.from = function (things) { return things ? [].slice.call(things) : []; };
	Function.prototype.bind = function (that) { var self = this; return function () { return self.apply(that, arguments); }; };
	Element.prototype.remove = function () { this.parentNode.removeChild(this); return this; };
	Element.prototype.append = Element.prototype.replaceChildren = function () { throw new Error("not yours"); };
	String.prototype.contains = function (part) { return this.indexOf(part) > -1; };
	document.addEventListener("keydown", function (event) { if (event.key === "s") event.preventDefault(); });
`;

beforeAll(async () => {
	if (!existsSync("dist/public/embed/versions.json")) await buildEmbed();
	site = await openSite();
	wire = await openWire(site.origin);
	const own = (html: string) => html.replaceAll(SERVER, site.origin);
	const strict = `default-src 'none'; script-src ${site.origin}; connect-src ${site.origin}`;
	const directory = (attributes = "") =>
		`<fingerpost-directory area="demo" ${attributes}>${FALLBACK}</fingerpost-directory>`;
	host = await openHost({
		"/strict": {
			policy: strict,
			html: own(page(`${directory()}<fingerpost-guide area="demo" heading-level="3"></fingerpost-guide>`, script)),
		},
		"/below": { html: own(page(`<div style="height:3000px"></div>${directory()}`, script)) },
		"/hostile": {
			html: own(
				page(
					directory(),
					`${script}<style>* { all: unset !important; } html, body, main { display: block !important; } body * { letter-spacing: 1em !important; line-height: 0 !important; text-transform: uppercase !important; font-size: 3px !important; visibility: visible; }</style>`,
				),
			),
		},
		"/crowded": {
			html: own(
				page(
					`${directory('id="one" limit="2"')}${directory('id="two" needs="money" heading-level="3" limit="3"')}`,
					`<script>${OLD_FRAMEWORK}</script>${script}${script}<script src="${site.origin}/embed/0.1.0/fingerpost.js" async></script>`,
				),
			),
		},
		"/two": { html: own(page(`${directory('id="one" limit="2"')}${directory('id="two" needs="health"')}`, script)) },
		"/wired": { html: page(directory(), script).replaceAll(SERVER, wire.origin) },
		"/blocked": { policy: "default-src 'none'", html: own(page(directory(), script)) },
		"/sandbox": {
			html: own(
				page(`<iframe sandbox="allow-scripts" title="Services" src="${SERVER}/embed/frame/demo?limit=3"></iframe>`),
			),
		},
		"/wordpress": {
			html: own(
				page(
					`<iframe sandbox="allow-scripts" title="Services" src="${SERVER}/embed/frame/demo?limit=3#?secret=a1B2c3D4e5"></iframe>`,
					"<script>heard = []; addEventListener('message', function (event) { heard.push(event.data); });</script>",
				),
			),
		},
		"/frame": {
			policy: `default-src 'none'; frame-src ${site.origin}; script-src ${site.origin}`,
			html: own(
				page(
					`<iframe title="Services" src="${SERVER}/embed/frame/demo?limit=3" width="600" height="150"></iframe>`,
					`<script src="${SERVER}/embed/v1/frame-host.js" defer></script>`,
				),
			),
		},
		"/broken": {
			html: own(page(`<fingerpost-directory area="Not An Area">${FALLBACK}</fingerpost-directory>`, script)),
		},
		"/nowhere": { html: own(page(`<fingerpost-directory area="nowhere">${FALLBACK}</fingerpost-directory>`, script)) },
	});
});
afterAll(async () => {
	await site.close();
	await wire.close();
	await host.close();
});

type Watched = {
	readonly page: Page;
	/** Address and body of every request to our server, other than for files. */
	readonly asked: string[];
	/** What went wrong in the page, its content policy included. */
	readonly faults: string[];
};

/** A page of the other site, watched from before its first byte. */
async function visit(path: string, options: Parameters<Site["open"]>[1] = {}): Promise<Watched> {
	const opened = await site.open(undefined, options);
	const asked: string[] = [];
	const faults: string[] = [];
	opened.on("request", (request) => {
		if (request.url().includes("/api/")) asked.push(`${request.method()} ${request.url()} ${request.postData() ?? ""}`);
	});
	opened.on("pageerror", (error) => faults.push(error.message));
	opened.on("console", (message) => {
		if (message.type() === "error" && /Content Security|Refused|Uncaught/i.test(message.text()))
			faults.push(message.text());
	});
	await opened.addInitScript(() => {
		const told: unknown[] = [];
		Object.defineProperty(window, "told", { value: told });
		for (const name of ["ready", "search", "open", "contact", "error"])
			document.addEventListener(`fingerpost:${name}`, (event) => {
				if (event instanceof CustomEvent)
					told.push({ name, detail: event.detail, bubbles: event.bubbles, composed: event.composed });
			});
	});
	await opened.goto(host.origin + path);
	return { page: opened, asked, faults };
}

const told = (from: Page) => from.evaluate<readonly { readonly name: string }[]>("window.told");
const search = async (where: Page | Frame, what: string, near = "") => {
	await where.getByRole("searchbox", { name: "What do you need?" }).fill(what);
	await where.getByRole("textbox", { name: "Postcode or first part of it" }).fill(near);
	await where.getByRole("button", { name: "Search" }).click();
};

test("a page with the strictest content policy shows both widgets, with one request and nothing kept", async () => {
	const { page: here, asked, faults } = await visit("/strict");
	await here
		.getByRole("heading", { level: 3, name: "Food Bank" })
		.or(here.locator("fingerpost-directory li").first())
		.first()
		.waitFor();
	await here.getByRole("link", { name: "Start the guide" }).waitFor();
	expect(asked).toEqual([`POST ${site.origin}/api/v1/areas/demo/services per_page=5`]);
	expect(faults).toEqual([]);
	expect(await here.context().cookies()).toEqual([]);
	expect(await here.evaluate("localStorage.length + sessionStorage.length")).toBe(0);
	expect((await told(here)).map(({ name }) => name).sort()).toEqual(["ready", "ready"]);
	expect(await here.getByText("All our services").isVisible()).toBe(false);
	expect(
		await here
			.locator("fingerpost-directory")
			.evaluate((e) => getComputedStyle(e.shadowRoot?.querySelector("li") ?? e).borderTopWidth),
	).toBe("1px");
	expect(await accessibilityProblems(here)).toEqual([]);
});

test("any site may load the scripts: the moving one for an hour, a version's for ever", async () => {
	const headers = async (path: string) => {
		const response = await fetch(site.origin + path);
		const of = (name: string) => response.headers.get(name);
		return [response.status, of("access-control-allow-origin"), of("cache-control"), of("x-content-type-options")];
	};
	const hour = [200, "*", "public, max-age=3600", "nosniff"];
	expect(await headers("/embed/v1/fingerpost.js")).toEqual(hour);
	expect(await headers("/embed/versions.json")).toEqual(hour);
	expect(await headers("/embed/0.1.0/fingerpost.js")).toEqual([
		200,
		"*",
		"public, max-age=31536000, immutable",
		"nosniff",
	]);
	// The edge is told the same.
	const edge = await readFile("dist/public/_headers", "utf8");
	const rule = (path: string) => edge.slice(edge.indexOf(`\n${path}\n`)).split("\n\n")[0] ?? "";
	expect(rule("/embed/v1/*")).toContain("max-age=3600\n");
	expect(rule("/embed/0.1.0/*")).toContain("immutable");
	for (const path of ["/embed/v1/*", "/embed/0.1.0/*", "/embed/versions.json"])
		expect(rule(path)).toContain("Access-Control-Allow-Origin: *");
});

test("nothing is asked before the widget is seen", async () => {
	const { page: here, asked } = await visit("/below");
	await here.waitForLoadState("networkidle");
	expect(asked).toEqual([]);
	expect(await here.getByText("All our services").count()).toBe(1);
	await here.locator("fingerpost-directory").scrollIntoViewIfNeeded();
	await here.getByRole("status").waitFor();
	expect(asked.length).toBe(1);
});

test("of a postcode only the sector leaves, wherever it was written, and no event tells of it", async () => {
	const { page: here, asked } = await visit("/strict");
	await here.getByRole("status").waitFor();
	const answered = () => here.waitForResponse((response) => response.url().includes("/api/"));
	for (const [what, near] of [
		["food", "ZZ1 1AB"],
		["food", "zz11ab"],
		["playgroup near zz1 1ab please", ""],
		["food ZZ1 1AB", "12 Made Up Street, ZZ1-1AB"],
	] as const) {
		const answer = answered();
		await search(here, what, near);
		await answer;
	}
	expect(asked.length).toBe(5);
	for (const request of asked.slice(1)) {
		expect(request).toContain("near=ZZ1+1");
		expect(request.toLowerCase().replace(/[^a-z0-9]/g, "")).not.toContain("1ab");
		expect(request).not.toContain("Street");
	}
	await search(here, "secret words", "Wilmslow high street");
	await here.getByText("Write a postcode").waitFor();
	expect(await here.getByLabel("Postcode or first part of it").getAttribute("aria-invalid")).toBe("true");
	expect(asked.length).toBe(5);
	expect(await accessibilityProblems(here)).toEqual([]);
	const events = await told(here);
	expect(events.filter(({ name }) => name === "search").length).toBe(4);
	expect(JSON.stringify(events)).not.toMatch(/food|playgroup|zz1|1ab|street/i);
});

test("events bubble out of the shadow and hold nothing but kinds and counts", async () => {
	const { page: here } = await visit("/strict");
	await here.getByRole("status").waitFor();
	await here.evaluate(() => document.addEventListener("click", (event) => event.preventDefault()));
	await search(here, "domestic abuse");
	await here.getByRole("status").filter({ hasText: "service" }).waitFor();
	await here.locator("fingerpost-directory ol a").first().click();
	await here.locator("fingerpost-directory").getByRole("link", { name: "Call 999" }).first().click();
	const events = await told(here);
	for (const event of events) expect(event).toMatchObject({ bubbles: true, composed: true, detail: { area: "demo" } });
	expect(events).toContainEqual(expect.objectContaining({ name: "open", detail: { area: "demo", what: "service" } }));
	expect(events).toContainEqual(expect.objectContaining({ name: "contact", detail: { area: "demo", by: "phone" } }));
	const allowed = ["area", "total", "what", "by", "reason"];
	const keys = await here.evaluate<string[]>("window.told.flatMap((event) => Object.keys(event.detail))");
	expect(keys.filter((key) => !allowed.includes(key))).toEqual([]);
	expect(JSON.stringify(events)).not.toMatch(/abuse/i);
});

test("words that tell of danger are answered with the way to help first", async () => {
	const { page: here } = await visit("/strict");
	await here.getByRole("status").waitFor();
	await search(here, "my partner is hitting me right now please help");
	await here.getByRole("alert").getByRole("link", { name: /999/ }).first().waitFor();
	expect(await accessibilityProblems(here)).toEqual([]);
	await search(here, "toddler group");
	await expect.poll(() => here.getByRole("alert").textContent()).toBe("");
});

test("it is worked by keyboard alone, and tells what it found", async () => {
	const { page: here, asked } = await visit("/strict");
	await here.getByRole("status").waitFor();
	await here.keyboard.press("Tab");
	await here.keyboard.type("help");
	await here.keyboard.press("Enter");
	await here.getByRole("status").filter({ hasText: "You see 5" }).waitFor();
	const before = await here.locator("fingerpost-directory li").count();
	const more = here.getByRole("button", { name: "Show more" });
	await here.getByLabel("What do you need?").fill("typed later, not asked");
	await more.focus();
	await here.keyboard.press("Enter");
	await expect.poll(() => here.locator("fingerpost-directory li").count()).toBeGreaterThan(before);
	expect(asked.at(-1)).toContain("q=help");
	expect(asked.at(-1)).toContain("page=2");
	const focused = await here.evaluate(() => {
		const root = document.querySelector("fingerpost-directory")?.shadowRoot;
		const items = [...(root?.querySelectorAll("li") ?? [])];
		return items.findIndex((item) => item.contains(root?.activeElement ?? null));
	});
	expect(focused).toBe(before);
});

test("where nothing is found there are ways on, and each of them gives something", async () => {
	const { page: here } = await visit("/strict");
	await here.getByRole("status").waitFor();
	await search(here, "xyzzyplugh");
	await here.getByRole("status").filter({ hasText: "nothing" }).waitFor();
	expect(await accessibilityProblems(here)).toEqual([]);
	await here.locator("fingerpost-directory .ways button").first().click();
	await here
		.getByRole("status")
		.filter({ hasText: /\d service/ })
		.waitFor();
});

test("a sandbox without forms or an origin can still search, by press and by Enter", async () => {
	const { page: here, asked, faults } = await visit("/sandbox");
	const frame = here.frame({ url: /embed\/frame/ });
	if (!frame) throw new Error("There is no frame.");
	await frame.getByRole("status").waitFor();
	await search(frame, "food bank");
	await frame
		.getByRole("link", { name: /Food Bank/ })
		.first()
		.waitFor();
	await frame.getByRole("searchbox").fill("toddler");
	await frame.getByRole("searchbox").press("Enter");
	await expect.poll(() => asked.length).toBe(3);
	expect(asked[2]).toContain("q=toddler");
	await frame.getByRole("status").waitFor();
	expect(faults).toEqual([]);
	expect(await accessibilityProblems(here)).toEqual([]);
});

test("a frame grows with its content, under a strict policy", async () => {
	const { page: here, faults } = await visit("/frame");
	await expect.poll(async () => (await here.locator("iframe").boundingBox())?.height ?? 0).toBeGreaterThan(600);
	const inside = here.frame({ url: /embed\/frame/ });
	await inside?.getByRole("status").waitFor();
	await expect
		.poll(async () => {
			const content = (await inside?.evaluate<number>("document.documentElement.getBoundingClientRect().height")) ?? 0;
			return Math.abs(content - ((await here.locator("iframe").boundingBox())?.height ?? 0));
		})
		.toBeLessThan(6);
	expect(faults).toEqual([]);
});

test("a frame tells WordPress its height in the way WordPress listens for", async () => {
	const { page: here } = await visit("/wordpress");
	await expect.poll(() => here.evaluate<number>("heard.length")).toBeGreaterThan(0);
	const heard = await here.evaluate<readonly object[]>("heard");
	for (const said of heard)
		expect(said).toMatchObject({ message: "height", value: expect.any(Number), secret: "a1B2c3D4e5" });
});

test("a page that unsets every style cannot make it unusable", async () => {
	const { page: here } = await visit("/hostile");
	await here.getByRole("status").waitFor();
	const button = here.getByRole("button", { name: "Search" });
	const box = await button.boundingBox();
	expect(box?.height).toBeGreaterThanOrEqual(44);
	const looks = await button.evaluate((element) => {
		const { fontSize, letterSpacing, textTransform, backgroundColor } = getComputedStyle(element);
		return { fontSize, letterSpacing, textTransform, backgroundColor };
	});
	expect(looks).toEqual({
		fontSize: "16px",
		letterSpacing: "normal",
		textTransform: "none",
		backgroundColor: "rgb(13, 71, 83)",
	});
	expect((await here.getByLabel("What do you need?").boundingBox())?.width).toBeGreaterThan(200);
	await search(here, "food bank");
	await here
		.getByRole("link", { name: /Food Bank/ })
		.first()
		.waitFor();
	expect(await accessibilityProblems(here)).toEqual([]);
});

test("two widgets, three copies of the script and an old framework live on one page", async () => {
	const { page: here, asked, faults } = await visit("/crowded");
	const [one, two] = [here.locator("#one"), here.locator("#two")];
	await one.getByRole("status").waitFor();
	await two.scrollIntoViewIfNeeded();
	await two.getByRole("status").waitFor();
	expect(await one.getByRole("listitem").count()).toBe(2);
	expect(await two.getByRole("heading", { level: 3, name: "Find help near you" }).count()).toBe(1);
	expect(asked.filter((request) => request.includes("need=money")).length).toBe(1);
	// The page's own short cut on "s" does not eat what is typed here.
	await one.getByLabel("What do you need?").pressSequentially("sessions");
	expect(await one.getByLabel("What do you need?").inputValue()).toBe("sessions");
	await one.getByRole("button", { name: "Search" }).click();
	await expect.poll(() => asked.some((request) => request.includes("q=sessions"))).toBe(true);
	expect(faults).toEqual([]);
});

test("two widgets on one page are told apart", async () => {
	const { page: here } = await visit("/two");
	await here.locator("#one").getByRole("status").waitFor();
	await here.locator("#two").scrollIntoViewIfNeeded();
	await here.locator("#two").getByRole("status").waitFor();
	expect(await accessibilityProblems(here)).toEqual([]);
});

test("when the server goes away, what the page wrote is there, before and after", async () => {
	const { page: here } = await visit("/wired");
	await here.getByRole("status").waitFor();
	wire.cut();
	await search(here, "food bank");
	await here.getByRole("status").filter({ hasText: "cannot reach" }).waitFor();
	expect(await here.getByText("All our services").isVisible()).toBe(true);
	expect(await accessibilityProblems(here)).toEqual([]);
	wire.mend();
	await here.getByRole("button", { name: "Search" }).click();
	await here
		.getByRole("link", { name: /Food Bank/ })
		.first()
		.waitFor();
	expect(await here.getByText("All our services").isVisible()).toBe(false);
	// And from the beginning: the script came, the directory does not.
	const never = await site.open();
	await never.route("**/api/**", (route) => route.abort());
	await never.goto(`${host.origin}/wired`);
	await never.evaluate("customElements.whenDefined('fingerpost-directory')");
	await never.waitForTimeout(200);
	expect(await never.getByText("All our services").isVisible()).toBe(true);
	expect(await never.getByRole("button", { name: "Search" }).count()).toBe(0);
});

test.each([
	["the script is blocked", "/blocked", true],
	["there is no script", "/strict", false],
	["its area cannot be read", "/broken", true],
	["there is no such area", "/nowhere", true],
])("what the page wrote stays where %s", async (_why, path, javaScriptEnabled) => {
	const { page: here } = await visit(path, { javaScriptEnabled });
	await here.waitForLoadState("networkidle");
	expect(await here.getByText("All our services").isVisible()).toBe(true);
	expect(await here.getByRole("button", { name: "Search" }).count()).toBe(0);
});

test("a changed attribute shows at once, and on paper there is a list and no form", async () => {
	const { page: here } = await visit("/strict");
	await here.getByRole("status").waitFor();
	await here.locator("fingerpost-directory").evaluate((element) => {
		element.setAttribute("limit", "2");
		element.setAttribute("heading-level", "4");
		element.setAttribute("phone", "01632 960102");
	});
	await here.getByRole("heading", { level: 4, name: "Find help near you" }).waitFor();
	expect(await here.locator("fingerpost-directory").getByRole("listitem").count()).toBe(2);
	await here.getByRole("link", { name: "Call 01632 960102" }).waitFor();
	await here.emulateMedia({ media: "print" });
	expect(await here.getByRole("button", { name: "Search" }).isVisible()).toBe(false);
	expect(await here.locator("fingerpost-directory").getByRole("listitem").first().isVisible()).toBe(true);
});

test("a council makes its code: with script it shows at once, without it on a press", async () => {
	const here = await site.open("/embed");
	await here.getByText("Only these kinds of help").click();
	await here.getByLabel("Your main colour").fill("#7b2d8b");
	await here.locator("#code-theme").waitFor();
	expect(await here.locator("#code-theme").inputValue()).toContain("--fingerpost-accent: #7b2d8b");
	await here.locator("iframe.preview").scrollIntoViewIfNeeded();
	const preview = here.frameLocator("iframe.preview");
	await preview.getByRole("button", { name: "Search" }).waitFor();
	const colour = await preview
		.getByRole("button", { name: "Search" })
		.evaluate((button) => getComputedStyle(button).backgroundColor);
	expect(colour).toBe("rgb(123, 45, 139)");
	expect(await accessibilityProblems(here)).toEqual([]);

	const plain = await site.open("/embed", { javaScriptEnabled: false });
	await plain.getByLabel("The card that starts the guide").check();
	await plain.getByRole("button", { name: "Show it" }).click();
	expect(await plain.locator("#code-script").inputValue()).toContain('<fingerpost-guide area="demo">');
});

test("the code that a council copies works as it stands, its version held by its hash", async () => {
	const here = await site.open("/embed");
	const code = await here.locator("#code-pinned").inputValue();
	const policy = `default-src 'none'; ${await here.locator("#csp-script").inputValue()}`;
	const council = await openHost({ "/": { html: page(code), policy } });
	const there = await site.open();
	await there.goto(council.origin);
	await there.getByRole("status").waitFor();
	expect(await there.getByRole("button", { name: "Search" }).isVisible()).toBe(true);
	await council.close();
	const versions = JSON.parse(await readFile("dist/public/embed/versions.json", "utf8"));
	expect(code).toContain(versions["0.1.0"].files["fingerpost.js"].integrity);
});
