import type { MiddlewareHandler } from "hono";
import type { AppEnv } from "#env.ts";
import { embedPaths } from "#pages/embed/embed-paths.ts";

/**
 * Tells programs that read a directory's address how to embed it: the Link header of oEmbed 1.0. Nothing that
 * somebody asked is in it, only whose directory it is.
 */
export const oembedDiscovery: MiddlewareHandler<AppEnv> = async (c, next) => {
	await next();
	if (c.req.method !== "GET" || c.res.status !== 200) return;
	const here = c.var.settings.publicUrl ?? new URL(c.req.url).origin;
	const address = here + embedPaths.oembed(here + c.req.path);
	c.res.headers.append("link", `<${address}>; rel="alternate"; type="application/json+oembed"`);
};
