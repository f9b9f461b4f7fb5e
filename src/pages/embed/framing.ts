import type { MiddlewareHandler } from "hono";
import type { AppEnv } from "#env.ts";

/**
 * Which of our pages may stand in a frame, and whose. What is not named here may stand in nobody's.
 * It goes before the middleware that sets the strict headers, so that it comes after it on the way out.
 */
export const framing: MiddlewareHandler<AppEnv> = async (c, next) => {
	await next();
	const policy = c.res.headers.get("content-security-policy");
	if (policy === null) return;
	if (c.req.path.startsWith("/embed/frame/")) {
		c.res.headers.set("content-security-policy", policy.replace("frame-ancestors 'none'", "frame-ancestors *"));
		c.res.headers.delete("x-frame-options");
	} else if (c.req.path === "/embed/mock") {
		c.res.headers.set("content-security-policy", policy.replace("frame-ancestors 'none'", "frame-ancestors 'self'"));
		c.res.headers.set("x-frame-options", "SAMEORIGIN");
	} else if (c.req.path === "/embed") {
		c.res.headers.set("content-security-policy", `${policy}; frame-src 'self'`);
	}
};
