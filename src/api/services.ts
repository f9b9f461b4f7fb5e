import { Hono } from "hono";
import { cors } from "hono/cors";
import { problem } from "#api/problem.ts";
import { readSearchParameters } from "#domain/directory/search-parameters.ts";
import type { AppEnv } from "#env.ts";
import { searchDirectory } from "#services/search-directory.ts";

/** An area's directory for programs and for the widget: any site may read it. */
export const servicesApi = new Hono<AppEnv>()
	.use("/:area/services/*", cors())
	.get("/:area/services", async (c) => {
		const read = readSearchParameters(new URL(c.req.url).searchParams);
		if (!read.ok) return problem(c, "INVALID", read.detail, {}, 400);
		const found = await searchDirectory(c.var.deps, { area: c.req.param("area"), ...read.parameters });
		if (found.kind === "none") return problem(c, "NOT_FOUND", `There is no directory for "${c.req.param("area")}".`);
		if (found.kind === "unavailable")
			return problem(c, "UNAVAILABLE", "The directory cannot be reached. Try again in a minute.");
		c.header("cache-control", "no-store");
		return c.json({ ...found.answer, place: found.place }, 200);
	})
	.get("/:area/services/:id", async (c) => {
		const service = await c.var.deps.feed.service(c.req.param("area"), c.req.param("id"));
		if (!service) return problem(c, "NOT_FOUND", "There is no service with this id in this area.");
		c.header("cache-control", "public, max-age=60");
		return c.json(service, 200);
	});
