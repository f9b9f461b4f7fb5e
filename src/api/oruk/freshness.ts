import type { Context, Next } from "hono";
import { problem } from "#api/problem.ts";
import { VERSION } from "#domain/version.ts";
import type { AppEnv } from "#env.ts";

/**
 * Answers 404 for an area that is not there, and 304 to a reader who has the newest already. One tag stands for the
 * whole feed of an area: it changes with any record, and with a new release, which may write records differently.
 */
export async function freshness(c: Context<AppEnv>, next: Next): Promise<Response | undefined> {
	const area = c.req.param("area") ?? "";
	const version = await c.var.deps.feed.version(area);
	if (version === null) {
		return problem(c, "NOT_FOUND", `There is no feed for the area "${area}". Check its name in the address.`);
	}
	// What lies near a postcode also depends on the table of places, which has no version in the feed.
	if (c.req.query("postcode") !== undefined) {
		await next();
		return undefined;
	}
	const tag = `W/"${VERSION}-${version.version}-${version.changedAt.getTime().toString(36)}"`;
	const headers = {
		etag: tag,
		"last-modified": version.changedAt.toUTCString(),
		"cache-control": "public, max-age=60",
	};
	if (names(c.req.header("if-none-match"), tag)) return c.body(null, 304, headers);
	await next();
	if (c.res.status === 200) for (const [name, value] of Object.entries(headers)) c.header(name, value);
	return undefined;
}

/** Weak comparison: a list of tags, or any (RFC 9110, section 13.1.2). */
function names(header: string | undefined, tag: string): boolean {
	const bare = (text: string) => text.trim().replace(/^W\//, "");
	return (header ?? "").split(",").some((one) => one.trim() === "*" || bare(one) === bare(tag));
}
