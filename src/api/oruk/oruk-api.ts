import { Hono } from "hono";
import { cors } from "hono/cors";
import { showOrganization, showPlace, showService, showTaxonomy, showTerm } from "#api/oruk/details.ts";
import { feedBase } from "#api/oruk/feed-area.ts";
import { freshness } from "#api/oruk/freshness.ts";
import { listOrganizations, listPlaces, listServices, listTaxonomies, listTerms } from "#api/oruk/lists.ts";
import { orukDocument } from "#api/oruk/openapi.ts";
import { problem } from "#api/problem.ts";
import type { AppEnv } from "#env.ts";

/** The page of the standard that describes the records of this version. */
const PROFILE = "https://openreferraluk.org/developers/schemata";

/**
 * Open Referral UK v3 (HSDS-UK-3.0), for anyone on the web to read: one feed for each area, at `/{area}`.
 * Mounted at `/oruk/v3`. It only ever shows what `publicView` lets out.
 */
export const orukApi = new Hono<AppEnv>()
	.use(cors({ origin: "*", allowMethods: ["GET", "HEAD"], exposeHeaders: ["etag", "last-modified"], maxAge: 86_400 }))
	.get("/openapi.json", (c) => c.json(orukDocument(feedBase(c))))
	.on(["POST", "PUT", "PATCH", "DELETE"], "*", (c) => {
		c.header("allow", "GET, HEAD, OPTIONS");
		return problem(c, "INVALID", "This feed is for reading: use GET.", {}, 405);
	})
	.use("/:area/*", freshness)
	.get("/:area", (c) =>
		c.json({ version: "HSDS-UK-3.0", profile: PROFILE, openapi_url: `${feedBase(c)}/openapi.json` }),
	)
	.get("/:area/services", listServices)
	.get("/:area/services/:id", showService)
	.get("/:area/service_at_locations", listPlaces)
	.get("/:area/service_at_locations/:id", showPlace)
	.get("/:area/organizations", listOrganizations)
	.get("/:area/organizations/:id", showOrganization)
	.get("/:area/taxonomies", listTaxonomies)
	.get("/:area/taxonomies/:id", showTaxonomy)
	.get("/:area/taxonomy_terms", listTerms)
	.get("/:area/taxonomy_terms/:id", showTerm);
