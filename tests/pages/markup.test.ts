import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { HtmlValidate } from "html-validate";
import { afterAll, beforeAll, expect, test } from "vitest";
import { seedDemo } from "#cli/seed.ts";
import { everyPage } from "#tests/pages/every-page.ts";
import { createTestApp, form, type TestApp } from "#tests/support/test-app.ts";

const kB = 1024;
const validator = new HtmlValidate({
	extends: ["html-validate:recommended", "html-validate:document"],
	rules: {
		// Our own files come from our own server.
		"require-sri": ["error", { target: "crossorigin" }],
		// Several boxes of one question bear its name; so do the buttons that choose.
		"form-dup-name": ["error", { shared: ["radio", "checkbox", "submit"] }],
		// How the JSX writes what HTML allows in two ways.
		"void-style": "off",
		"attribute-empty-style": "off",
		"attribute-boolean-style": "off",
		// A number stays whole by style; in the text it keeps plain spaces, so that it can be found and copied.
		"tel-non-breaking": "off",
		// The titles of answers are questions as people ask them.
		"long-title": "off",
	},
});

let app: TestApp;
let pages: ReadonlyMap<string, string>;
let css: Buffer;
let script: Buffer;

beforeAll(async () => {
	app = await createTestApp();
	await seedDemo(app.deps, () => undefined);
	const read = async (path: string) => [path, await (await app.request(path)).text()] as const;
	const asked = async (path: string, fields: Record<string, string>) => {
		const response = await app.request(path, form(fields));
		const cookie = response.headers.get("set-cookie")?.split(";")[0];
		const shown = response.status === 303 && cookie ? await app.request(path, { headers: { cookie } }) : response;
		return [`${path} ${JSON.stringify(fields)}`, await shown.text()] as const;
	};
	const service = /\/directory\/demo\/services\/[\w-]+/.exec((await read("/directory/demo"))[1])?.[0] ?? "";
	pages = new Map(
		await Promise.all([
			...[...everyPage, service].map(read),
			read("/nothing-here"),
			read("/directory/nowhere"),
			asked("/guide", { door: "young-person" }),
			asked("/guide", { door: "parent", go: "on" }),
			asked("/guide", { text: "what is a section 47" }),
			asked("/guide", { text: "my husband hits me and i am scared, what is a section 47" }),
			asked("/guide", { text: "what is the best football team" }),
			asked("/guide", { postcode: "ZZ1 1AB" }),
			asked("/guide", { postcode: "QQ99 9QQ" }),
			asked("/dates", { event: "initial_conference", day: "24", month: "11", year: "2026" }),
			asked("/dates", { event: "police_protection", day: "24", month: "11", year: "2026", time: "2.30pm" }),
			asked("/dates", { event: "pre_birth", day: "24", month: "11", year: "2026" }),
			asked("/dates", { event: "", day: "31", month: "2", year: "2026", time: "teatime" }),
			asked("/glossary", { word: "icpc" }),
			asked("/glossary", { word: "xyzzy" }),
			asked("/directory/demo", { q: "nappies" }),
			asked("/directory/demo", { q: "xyzzyxyzzy" }),
		]),
	);
	css = gzipSync((await bundled("src/pages/assets/site.css")) ?? "");
	script = gzipSync((await bundled("src/pages/assets/site.ts")) ?? "");
});
afterAll(() => app.close());

async function bundled(entry: string): Promise<string | undefined> {
	const options = { bundle: true, minify: true, write: false, format: "esm" } as const;
	const { outputFiles } = await build({ ...options, entryPoints: [entry] });
	return outputFiles[0]?.text;
}

const named = <T>(of: (html: string, path: string) => T) =>
	[...pages].flatMap(([path, html]) => {
		const found = of(html, path);
		return found ? [[path, found] as const] : [];
	});

test("every page is valid HTML", async () => {
	const problems = await Promise.all(
		[...pages].map(async ([path, html]) => {
			const report = await validator.validateString(html);
			return report.results.flatMap(({ messages }) =>
				messages.map(({ ruleId, message, line, selector }) => `${path}:${line} ${ruleId} ${message} ${selector}`),
			);
		}),
	);
	expect(problems.flat()).toEqual([]);
}, 60_000);

test("every page and its style stay under 30 kB on the wire, and the script under 6 kB", () => {
	expect(named((html) => gzipSync(html).byteLength + css.byteLength > 30 * kB)).toEqual([]);
	expect(script.byteLength).toBeLessThanOrEqual(6 * kB);
});

test("every page can be left, tells of 999, and shows a worker and an advocate", () => {
	expect(named((html) => !html.includes('href="/exit"') || !html.includes('href="tel:999"'))).toEqual([]);
	expect(named((html) => !/href="\/people|children(?:'|&#39;)s services/.test(html))).toEqual([]);
	// The first page leads to them; every other page shows them.
	expect(pages.get("/")).toContain('href="/helplines#on-your-side"');
	expect(
		named(
			(html, path) => path !== "/" && !/Family Rights Group|Parents(?:'|&#39;) Voice|Coram Voice|Speak Up/.test(html),
		),
	).toEqual([]);
});

test("no page holds inline style or script, and none names another host for anything but a link", () => {
	expect(
		named((html) => /\sstyle=|<style|<script(?![^>]* src="\/assets\/site\.js")|\son[a-z]+=/.exec(html)?.[0]),
	).toEqual([]);
	expect(
		named(
			(html) =>
				/<(?:img|script|link(?! rel="alternate")|iframe|form|video|source)[^>]*="(?:https?:)?\/\//.exec(html)?.[0],
		),
	).toEqual([]);
});

test("every link within the site leads to a page that is there", async () => {
	const links = new Set(
		[...pages.values()].flatMap((html) => [...html.matchAll(/href="(\/[^"#]*)/g)].map((m) => m[1] ?? "")),
	);
	const broken: string[] = [];
	for (const link of links) {
		if (pages.has(link) || link.startsWith("/assets/")) continue;
		const { status } = await app.request(link);
		if (status >= 400) broken.push(`${link} ${status}`);
	}
	expect(broken).toEqual([]);
});

test("a mark within a page leads to something that is there", () => {
	const missing = named((html) => {
		const ids = new Set([...html.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]));
		return [...html.matchAll(/href="#([^"]+)"/g)].map((match) => match[1]).find((id) => !ids.has(id));
	});
	expect(missing).toEqual([]);
});

test("the guide and all that tells of a person stay out of search engines and caches", async () => {
	for (const path of ["/guide", "/people/demo"]) {
		const response = await app.request(path);
		expect(response.headers.get("cache-control")).toBe("no-store");
		expect(await response.text()).toContain('content="noindex"');
	}
});

test("the style knows only logical directions, so that it can be read from right to left", () => {
	const source = readFileSync("src/pages/assets/site.css", "utf8").replace(/polygon\([^;]+/g, "");
	const physical =
		/(?:^|[\s;{])((?:margin|padding|border|inset)-(?:left|right|top|bottom)|(?:left|right|top|bottom|width|height|float)\s*:|text-align:\s*(?:left|right))/m;
	expect(physical.exec(source.replace(/@media[^{]+/g, ""))?.[1]).toBeUndefined();
});
