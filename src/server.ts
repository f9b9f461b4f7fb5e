import { serve } from "@hono/node-server";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import { createApp } from "#app.ts";
import { cookieKey } from "#cookie-key.ts";
import type { Env } from "#env.ts";
import type { Dependencies } from "#ports.ts";

/** Serves the app on Node, with the files under `publicFolder` beside it. Answers the port it listens on. */
export async function startServer(
	deps: Dependencies,
	env: Env,
	publicFolder: string,
	hostname?: string,
): Promise<{ readonly port: number; readonly close: () => Promise<void> }> {
	const app = createApp(deps, {
		publicUrl: env.PUBLIC_URL ?? null,
		production: env.ENVIRONMENT === "production",
		cookieKey: await cookieKey(env.COOKIE_KEY),
		// A council that hosts this itself limits callers in the web server in front.
		limited: async () => false,
	});
	const site = new Hono()
		.use(
			"/assets/*",
			serveStatic({
				root: publicFolder,
				onFound: (_path, c) => {
					c.header("cache-control", "public, max-age=3600");
					c.header("x-content-type-options", "nosniff");
				},
			}),
		)
		.all("*", (c) => app.fetch(c.req.raw));
	return new Promise((resolve, reject) => {
		const server = serve({ fetch: site.fetch, port: env.PORT, ...(hostname ? { hostname } : {}) }, ({ port }) =>
			resolve({ port, close: () => new Promise((closed) => server.close(() => closed())) }),
		);
		server.on("error", reject);
	});
}
