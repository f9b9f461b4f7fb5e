import { Hono } from "hono";
import { etag } from "hono/etag";
import { looks } from "#content/compiled/looks.ts";
import type { AppEnv } from "#env.ts";

const A_DAY = "public, max-age=86400";

/** The style sheet and the logo of an area that has its own look. Files of ours, so the content policy stays as strict as it is. */
export const themeFiles = new Hono<AppEnv>()
	.use(etag())
	.get("/:area{[a-z0-9-]+\\.css}", (c) => {
		const look = looks[c.req.param("area").replace(/\.css$/, "")];
		if (!look) return c.notFound();
		c.header("cache-control", A_DAY);
		return c.body(look.css, 200, { "content-type": "text/css; charset=utf-8" });
	})
	.get("/:area{[a-z0-9-]+\\.svg}", (c) => {
		const name = c.req.param("area").replace(/\.svg$/, "");
		const dark = looks[name] ? undefined : looks[name.replace(/-dark$/, "")]?.logo?.dark;
		const svg = dark ?? looks[name]?.logo?.light;
		if (!svg) return c.notFound();
		c.header("cache-control", A_DAY);
		return c.body(svg, 200, { "content-type": "image/svg+xml; charset=utf-8" });
	});
