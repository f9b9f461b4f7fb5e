import { existsSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { seedDemo } from "#cli/seed.ts";
import { createTestApp, type TestApp } from "#tests/support/test-app.ts";
import { WIDGET_ATTRIBUTES } from "#widget/widget-attributes.ts";

const recipes = readFileSync("docs/embedding.md", "utf8");
const plugin = readFileSync("deploy/wordpress/fingerpost.php", "utf8");
const ORIGIN = "https://help.example.org";

let app: TestApp;
beforeAll(async () => {
	app = await createTestApp({ settings: { publicUrl: ORIGIN } });
	await seedDemo(app.deps, () => undefined);
});
afterAll(() => app.close());

/** Addresses of ours that the recipes name, with the area that is really there. */
const addresses = [
	...new Set(
		[...recipes.matchAll(/https:\/\/help\.example\.org(\/[^\s"'`<>)]*)/g)].map((match) =>
			(match[1] ?? "").replaceAll("harrowmere", "demo").replace(/[;:,.]$/, ""),
		),
	),
].filter((path) => path !== "/" && !/\/directory\/@|…/.test(path));

test("the recipes name addresses of every kind", () => {
	expect(addresses.length).toBeGreaterThan(8);
});

test.each(addresses)("%s is there", async (path) => {
	const file = /^\/embed\/(?:v1|\d+\.\d+\.\d+)\/([\w-]+)\.js$/.exec(path)?.[1];
	// Scripts are files beside the app: each is built from a file of this name.
	if (file) return expect(existsSync(`src/widget/${file === "fingerpost" ? "define" : file}.ts`)).toBe(true);
	// The beginning of an address, to which a web server puts the rest.
	const whole = path.endsWith("/") ? `${path}demo` : path;
	expect((await app.request(whole)).status).toBeLessThan(400);
});

test("the recipes tell of every attribute of the widget, and of none that there is not", () => {
	const table = recipes.slice(recipes.indexOf("### Attributes"), recipes.indexOf("### Colours"));
	const told = [...table.matchAll(/^\| `([\w-]+)` \|/gm)].map((match) => match[1]);
	expect(told.sort()).toEqual([...WIDGET_ATTRIBUTES].sort());
	const drupal = /<fingerpost-directory ((?:[\w-]+ ?)+)>/.exec(recipes.slice(recipes.indexOf("LocalGov Drupal")))?.[1];
	expect(drupal?.split(" ").sort()).toEqual([...WIDGET_ATTRIBUTES].sort());
});

test("every tag in the recipes bears only attributes that the widget reads, and keeps a way on inside", () => {
	const tags = [...recipes.matchAll(/<(fingerpost-(?:directory|guide))((?: [\w-]+="[^\n]*?")*)>([\s\S]*?)<\/\1>/g)];
	expect(tags.length).toBeGreaterThanOrEqual(3);
	for (const [whole, , given = "", inside] of tags) {
		for (const [, name = ""] of given.matchAll(/ ([\w-]+)="/g)) expect(WIDGET_ATTRIBUTES).toContain(name);
		expect([whole.slice(0, 60), /<a href=/.test(inside ?? "")]).toEqual([whole.slice(0, 60), true]);
	}
});

test("the WordPress plug-in takes the widget's attributes, in the spelling that short codes allow, and escapes them", () => {
	const given = /shortcode_atts\(\s*array\(([\s\S]*?)\),\s*\$given/.exec(plugin)?.[1] ?? "";
	const names = [...given.matchAll(/'([\w]+)'\s*=>/g)].map((match) => (match[1] ?? "").replace("_", "-"));
	expect(names.sort()).toEqual([...WIDGET_ATTRIBUTES].sort());
	expect(plugin).toContain("esc_attr( $value )");
	expect(plugin).toMatch(/defined\( 'ABSPATH' \) \|\| exit;/);
	// Nothing is printed raw, and nothing of visitors is kept.
	expect(plugin).not.toMatch(/\becho\b|setcookie|\$_(?:GET|POST|COOKIE|REQUEST|SERVER)|wp_insert|update_option/);
});

test("the address that WordPress turns into a frame gives one, of our own", async () => {
	const reply = await app.request(`/embed/oembed?url=${encodeURIComponent(`${ORIGIN}/directory/demo`)}`);
	const { type, html } = (await reply.json()) satisfies { type: string; html: string };
	expect(type).toBe("rich");
	const [, source = ""] = /<iframe src="([^"]+)"/.exec(html) ?? [];
	expect(source.startsWith(`${ORIGIN}/embed/frame/demo`)).toBe(true);
	for (const pattern of ["/directory/*", "/embed/frame/*"]) expect(plugin).toContain(`'${pattern}'`);
});
