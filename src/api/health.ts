import { Hono } from "hono";
import { VERSION } from "#domain/version.ts";
import type { AppEnv } from "#env.ts";
import { showHealth } from "#services/show-health.ts";

/** Always 200: the guide answers whatever is down. Says what is missing, which jobs are late and what needs seeing to. */
export const healthApi = new Hono<AppEnv>().get("/", async (c) => {
	const { status, missing, jobs, alarms, desk_alone } = await showHealth(c.var.deps);
	c.header("cache-control", "no-store");
	return c.json({ status, version: VERSION, missing, jobs, alarms, desk_alone }, 200);
});
