import { existsSync } from "node:fs";
import type { Frame, Page } from "playwright-core";
import { buildEmbed } from "#cli/build-embed.ts";
import { openSite, type Site } from "#tests/support/browser.ts";
import { openHost, openWire } from "#tests/support/host-page.ts";

/** Where the address of our server goes in a page. */
const SERVER = "{server}";
const script = `<script src="${SERVER}/embed/v1/fingerpost.js" defer></script>`;
const FALLBACK = `<p><a href="${SERVER}/directory/demo">All our services</a></p>`;
export const page = (body: string, head = "") =>
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

export type Watched = {
	readonly page: Page;
	/** Address and body of every request to our server, other than for files. */
	readonly asked: string[];
	/** What went wrong in the page, its content policy included. */
	readonly faults: string[];
};

export type Council = {
	readonly site: Site;
	/** Where the council's site is reached. */
	readonly origin: string;
	/** A page of it, watched from before its first byte. */
	readonly visit: (path: string, options?: Parameters<Site["open"]>[1]) => Promise<Watched>;
	/** The wire that the page "/wired" hangs on. */
	readonly wire: Awaited<ReturnType<typeof openWire>>;
	readonly close: () => Promise<void>;
};

/** Our server, and the site of a council beside it on a port of its own, with our widgets on pages of all kinds. */
export async function openCouncil(): Promise<Council> {
	if (!existsSync("dist/public/embed/versions.json")) await buildEmbed();
	const site = await openSite();
	const wire = await openWire(site.origin);
	const own = (html: string) => html.replaceAll(SERVER, site.origin);
	const strict = `default-src 'none'; script-src ${site.origin}; connect-src ${site.origin}`;
	const directory = (attributes = "") =>
		`<fingerpost-directory area="demo" ${attributes}>${FALLBACK}</fingerpost-directory>`;
	const host = await openHost({
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
	return {
		site,
		wire,
		origin: host.origin,
		visit: (path, options = {}) => visit(site, host.origin + path, options),
		close: async () => {
			await site.close();
			await wire.close();
			await host.close();
		},
	};
}

async function visit(site: Site, address: string, options: Parameters<Site["open"]>[1]): Promise<Watched> {
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
	await opened.goto(address);
	return { page: opened, asked, faults };
}

/** What a page heard of our events. */
export const told = (from: Page) => from.evaluate<readonly { readonly name: string }[]>("window.told");
/** Searches in a widget, as somebody does. */
export const search = async (where: Page | Frame, what: string, near = "") => {
	await where.getByRole("searchbox", { name: "What do you need?" }).fill(what);
	await where.getByRole("textbox", { name: "Postcode or first part of it" }).fill(near);
	await where.getByRole("button", { name: "Search" }).click();
};
