import { Hono } from "hono";
import { cors } from "hono/cors";
import { problem } from "#api/problem.ts";
import type { AppEnv } from "#env.ts";
import { councilChoices } from "#services/choose-council.ts";
import { findPlace } from "#services/find-place.ts";

/** A council's name has no more words than this holds. */
const LONGEST_NAME = 80;

/** Which council answers for children at a postcode. A well-formed one is never an error, known or not. */
export const placesApi = new Hono<AppEnv>()
	.use(cors())
	.get("/", async (c) => {
		const found = await findPlace(c.var.deps, c.req.query("postcode") ?? "");
		if (!found)
			return problem(c, "INVALID", "postcode: give a UK postcode, or its first part, such as SK9 1AB, SK9 1 or SK9.");
		c.header("cache-control", "no-store");
		return c.json(found, 200);
	})
	/** The councils of England by name, or by a district's name. */
	.get("/councils", async (c) => {
		const name = c.req.query("name") ?? "";
		if (name.length > LONGEST_NAME)
			return problem(c, "INVALID", `name: give the first letters of a council's name, ${LONGEST_NAME} at most.`);
		const councils = await councilChoices(c.var.deps, name);
		c.header("cache-control", "no-store");
		return c.json({ total: councils.length, councils }, 200);
	});
