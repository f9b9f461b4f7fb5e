import { Hono } from "hono";
import { problem } from "#api/problem.ts";
import type { AppEnv } from "#env.ts";
import { findPlace } from "#services/find-place.ts";

/** Which area serves a postcode. A well-formed one is never an error, known or not. */
export const placesApi = new Hono<AppEnv>().get("/", async (c) => {
	const found = await findPlace(c.var.deps, c.req.query("postcode") ?? "");
	if (!found)
		return problem(c, "INVALID", "postcode: give a UK postcode, or its first part, such as SK9 1AB, SK9 1 or SK9.");
	c.header("cache-control", "no-store");
	return c.json(found, 200);
});
