import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { AreaTheme, COLOURS } from "#domain/theme/area-theme.ts";
import { contrast } from "#domain/theme/contrast.ts";
import { MODES, OWN_PALETTE, URGENT } from "#domain/theme/own-palette.ts";
import { themeCss } from "#domain/theme/theme-css.ts";
import { themeFaults } from "#domain/theme/theme-faults.ts";

const theme = (given: unknown) => AreaTheme.parse(given);

test("contrast is what WCAG reckons", () => {
	expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
	expect(contrast("#ffffff", "#ffffff")).toBe(1);
	// The example that WCAG's own technique G18 is often shown with.
	expect(contrast("#767676", "#ffffff")).toBeCloseTo(4.54, 2);
});

test("the site's own colours meet AAA in light and dark", () => {
	expect(themeFaults(theme({}))).toEqual([]);
});

test("the colours of the style sheet are those that themes are checked against", () => {
	const css = readFileSync("src/pages/assets/site.css", "utf8");
	const [light = "", dark = ""] = [...css.matchAll(/:root \{([^}]*)\}/g)].map((match) => match[1] ?? "");
	for (const mode of MODES) {
		const written = mode === "light" ? light : dark;
		const colourOf = (name: string) => new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(written)?.[1];
		for (const colour of COLOURS) {
			const own = colourOf(colour.replace("_", "-"));
			if (mode === "dark" && own === undefined) continue;
			expect([mode, colour, own]).toEqual([mode, colour, OWN_PALETTE[mode][colour]]);
		}
		expect([colourOf("urgent"), colourOf("urgent-pale")]).toEqual([URGENT[mode].ink, URGENT[mode].pale]);
	}
});

test.each([
	[{ light: { accent: "#3a86a8" } }, "light theme, accent (links) on paper"],
	[{ light: { paper: "#e8b0b0" } }, "the colour of danger on paper"],
	[{ dark: { ink_soft: "#6b7480" } }, "dark theme, ink_soft on card"],
	[{ light: { edge: "#d9d2c3" } }, "edge on card"],
])("%j is refused, and told why", (given, said) => {
	expect(themeFaults(theme(given)).join("\n")).toContain(said);
});

test.each([
	{ light: { urgent: "#00ff00" } },
	{ light: { accent: "red" } },
	{ radius: "1px;}*{display:none" },
	{ font: "Inter; background: url(x)" },
	{ logo: { file: "../secret.svg", alt: "Council" } },
	{ logo: { file: "logo.svg" } },
])("%j is not read", (given) => {
	expect(AreaTheme.safeParse(given).success).toBe(false);
});

test("the style sheet sets custom properties, leaves paper alone, and lets no light colour into the dark", () => {
	const css = themeCss(theme({ light: { accent: "#154734" }, radius: "0.3rem" }));
	expect(css).toBe(
		"@media screen{:root{--accent:#154734;--radius:0.3rem}}\n@media screen and (prefers-color-scheme:dark){:root{--accent:#a5dfda}}",
	);
	expect(themeCss(theme({}))).toBe("");
});
