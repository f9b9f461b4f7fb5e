import { Hono } from "hono";
import { etag } from "hono/etag";
import { looks } from "#content/compiled/looks.ts";
import { AreaTheme } from "#domain/theme/area-theme.ts";
import { themeCss } from "#domain/theme/theme-css.ts";
import { themeFaults } from "#domain/theme/theme-faults.ts";
import type { AppEnv } from "#env.ts";
import { inkOn } from "#pages/embed/contrast.ts";
import { areaProfile } from "#services/area-profile.ts";

const FIVE_MINUTES = "public, max-age=300";
const A_DAY = "public, max-age=86400";

/** The style sheet and the logo of an area. Files of ours, so that the content policy stays as strict as it is. */
export const themeFiles = new Hono<AppEnv>()
	.use(etag())
	.get("/:area{[a-z0-9-]+\\.css}", async (c) => {
		const slug = c.req.param("area").replace(/\.css$/, "");
		const profile = await areaProfile(c.var.deps, slug);
		if (!profile) return c.notFound();
		c.header("cache-control", FIVE_MINUTES);
		const css = `${looks[slug]?.css ?? ""}\n${accentCss(profile.theme?.accent)}`;
		return c.body(css, 200, { "content-type": "text/css; charset=utf-8" });
	})
	.get("/:area{[a-z0-9-]+\\.svg}", (c) => {
		const name = c.req.param("area").replace(/\.svg$/, "");
		const dark = looks[name] ? undefined : looks[name.replace(/-dark$/, "")]?.logo?.dark;
		const svg = dark ?? looks[name]?.logo?.light;
		if (!svg) return c.notFound();
		c.header("cache-control", A_DAY);
		return c.body(svg, 200, { "content-type": "image/svg+xml; charset=utf-8" });
	});

/** The colour set at the desk, where text in it and on it can be read; else nothing of it. */
function accentCss(accent: string | undefined): string {
	const read = AreaTheme.safeParse(accent ? { light: { accent, accent_ink: inkOn(accent).ink } } : {});
	return read.success && themeFaults(read.data).length === 0 ? themeCss(read.data) : "";
}
