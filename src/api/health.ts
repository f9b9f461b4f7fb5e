import { Hono } from "hono";
import { VERSION } from "#domain/version.ts";
import type { AppEnv } from "#env.ts";

/** Always 200: the guide answers whatever is down. `missing` names what is. */
export const healthApi = new Hono<AppEnv>().get("/", async (c) => {
	const missing = await c.var.deps.health.missing();
	c.header("cache-control", "no-store");
	return c.json({ status: missing.length === 0 ? "ok" : "degraded", version: VERSION, missing }, 200);
});
