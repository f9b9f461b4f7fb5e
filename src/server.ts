import { serve } from "@hono/node-server";
import { getConnInfo } from "@hono/node-server/conninfo";
import { serveStatic } from "@hono/node-server/serve-static";
import { type Context, Hono } from "hono";
import { createMemoryLimits } from "#adapters/limits/memory-limits.ts";
import { createApp } from "#app.ts";
import { cookieKey } from "#cookie-key.ts";
import { callerBehind } from "#domain/limits/network-of.ts";
import type { Env } from "#env.ts";
import type { Dependencies } from "#ports.ts";

/** Scripts that any site may load; those of a version never change. The edge has the same from `src/cli/build-embed.ts`. */
function embedHeaders(path: string, c: Context): void {
	const address = /\/embed\/([^/]+)\/[^/]+$/.exec(path)?.[1];
	const lasting = address !== undefined && /^\d/.test(address);
	c.header("cache-control", lasting ? "public, max-age=31536000, immutable" : "public, max-age=3600");
	c.header("access-control-allow-origin", "*");
	c.header("cross-origin-resource-policy", "cross-origin");
	c.header("x-content-type-options", "nosniff");
}

function whoAsks(c: Context, proxies: number): string {
	const connection = getConnInfo(c).remote.address ?? "unknown";
	return callerBehind(proxies, c.req.header("x-forwarded-for") ?? null, connection);
}

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
		securityContact: env.SECURITY_CONTACT ?? null,
		cookieKey: await cookieKey(env.COOKIE_KEY),
		limited: createMemoryLimits({ clock: deps.clock }),
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
		.use("/embed/*", serveStatic({ root: publicFolder, onFound: embedHeaders }))
		.all("*", (c) => app.fetch(c.req.raw, { who: whoAsks(c, env.TRUSTED_PROXY) }));
	return new Promise((resolve, reject) => {
		const server = serve({ fetch: site.fetch, port: env.PORT, ...(hostname ? { hostname } : {}) }, ({ port }) =>
			resolve({ port, close: () => new Promise((closed) => server.close(() => closed())) }),
		);
		server.on("error", reject);
	});
}
