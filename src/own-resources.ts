import type { MiddlewareHandler } from "hono";
import type { AppEnv } from "#env.ts";

/** What other sites may load: feeds, the directory for programs, and what is made to be embedded. */
const SHARED = /^\/(?:api\/v1|oruk|openapi\.json|embed|theme)(?:\/|$)/;

/** Everything else is for our own pages alone: no other site may draw it into its process to read what is beside it. */
export const ownResources: MiddlewareHandler<AppEnv> = async (c, next) => {
	await next();
	c.res.headers.set("cross-origin-resource-policy", SHARED.test(c.req.path) ? "cross-origin" : "same-origin");
};
