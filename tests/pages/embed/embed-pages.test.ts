import { HtmlValidate } from "html-validate";
import { afterAll, beforeAll, expect, test } from "vitest";
import { seedDemo } from "#cli/seed.ts";
import { contrast } from "#domain/theme/contrast.ts";
import { ENOUGH_CONTRAST } from "#pages/embed/contrast.ts";
import { themeOf } from "#pages/embed/theme.ts";
import { createTestApp, type TestApp } from "#tests/support/test-app.ts";

let app: TestApp;
beforeAll(async () => {
	app = await createTestApp({ settings: { publicUrl: "https://help.example.org" } });
	await seedDemo(app.deps, () => undefined);
});
afterAll(() => app.close());

const text = async (path: string) => (await app.request(path)).text();

test("a fragment is plain HTML with whole links, the date of each check and the way to people", async () => {
	const response = await app.request("/embed/fragment/demo?limit=3&heading-level=3&phone=01632%20960102");
	const html = await response.text();
	expect(response.headers.get("access-control-allow-origin")).toBe("*");
	expect(response.headers.get("cache-control")).toContain("max-age");
	expect(html).not.toMatch(/<(?:script|style|html|body)|style=/);
	expect([...html.matchAll(/class="fingerpost-item"/g)].length).toBe(3);
	expect(html).toContain("<h3");
	expect(html).toContain('href="https://help.example.org/people/demo"');
	expect(html).toContain('href="tel:01632960102"');
	expect(html).toContain('href="tel:999"');
	for (const [, href] of html.matchAll(/href="([^"]+)"/g)) expect(href).toMatch(/^(?:https:\/\/help|tel:)/);
	expect([...html.matchAll(/class="fingerpost-checked"/g)].length).toBe(3);
});

test("a fragment holds only the kinds of help that were asked for", async () => {
	const all = await text("/embed/fragment/demo?limit=20");
	const some = await text("/embed/fragment/demo?limit=20&needs=pregnancy");
	const names = (html: string) => [...html.matchAll(/services\/([^"]+)"/g)].map((match) => match[1]);
	expect(names(some).length).toBeGreaterThan(0);
	expect(names(some).length).toBeLessThan(names(all).length + 1);
	expect(names(some)).not.toEqual(names(all));
});

test.each([
	["/embed/fragment/nowhere", 404],
	["/embed/fragment/demo?limit=many", 400],
	["/embed/fragment/demo?needs=no-such-need", 400],
])("%s is refused with %i, so that a page can leave it out", async (path, status) => {
	expect((await app.request(path)).status).toBe(status);
});

test("when the directory is away, a fragment still shows the way to people", async () => {
	const away = await createTestApp({ databaseUrl: "file:/nowhere/at/all.db" });
	const response = await away.request("/embed/fragment/demo");
	expect(response.status).toBe(503);
	expect(response.headers.get("cache-control")).toBe("no-store");
	expect(await response.text()).toContain("tel:999");
	await away.close();
});

test("the page for councils shows code for every way to embed, all of it on this site's own address", async () => {
	const html = await text("/embed?area=demo&needs=housing,money&accent=%230d4753");
	for (const tier of ["script", "theme", "pinned", "frame", "fragment", "oembed", "api"])
		expect(html).toContain(`id="code-${tier}"`);
	expect(html).toContain("needs=housing,money");
	expect(html).toContain("script-src https://help.example.org; connect-src https://help.example.org");
	expect(html).not.toContain("http://localhost");
});

test("a choice that cannot be read is said, and does not get into the code", async () => {
	const html = await text(`/embed?area=demo&accent=${encodeURIComponent("red;}<b>")}`);
	expect(html).toContain('role="alert"');
	expect(html).not.toContain("<b>");
	expect(html).not.toContain('id="code-theme"');
});

test.each(["#0d4753", "#7b2d8b", "#ffd700", "#777777", "#ffffff", "#000000"])(
	"the text that is put on %s is the one that is read better",
	(accent) => {
		const { css, ratio, enough } = themeOf(accent);
		const ink = /accent-ink: (#\w{6})/.exec(css)?.[1] ?? "";
		expect(contrast(accent, ink)).toBeGreaterThanOrEqual(ENOUGH_CONTRAST);
		expect(enough).toBe(ratio >= ENOUGH_CONTRAST);
	},
);

test("contrast is reckoned as WCAG has it", () => {
	expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
	expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
});

/** As in `tests/pages/markup.test.ts`; our own scripts come from our own server, and a widget's tag is its own. */
const validator = new HtmlValidate({
	extends: ["html-validate:recommended"],
	rules: {
		"require-sri": ["error", { target: "crossorigin" }],
		"form-dup-name": ["error", { shared: ["radio", "checkbox", "submit"] }],
		"void-style": "off",
		"attribute-empty-style": "off",
		"attribute-boolean-style": "off",
		"tel-non-breaking": "off",
	},
});

test.each([
	"/embed",
	"/embed?area=demo&show=guide&accent=%23123456&limit=many",
	"/embed/mock?area=demo",
	"/embed/mock?area=demo&show=guide",
	"/embed/frame/demo?needs=health",
	"/embed/fragment/demo",
])("%s is sound HTML", async (path) => {
	const report = await validator.validateString(await text(path));
	const found = report.results.flatMap(({ messages }) =>
		messages.map(({ ruleId, message, line }) => `${line} ${ruleId} ${message}`),
	);
	expect(found).toEqual([]);
});
