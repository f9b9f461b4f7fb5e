import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { LONGEST_MS } from "#domain/desk/desk-session.ts";
import type { AppEnv } from "#env.ts";
import { SIGN_IN_MS } from "#services/start-sign-in.ts";

type CookieUse = "desk" | "desk-signing-in";

const LASTS_S = { desk: LONGEST_MS / 1000, "desk-signing-in": SIGN_IN_MS / 1000 } as const satisfies Record<
	CookieUse,
	number
>;

/**
 * The desk's two cookies. Over https each bears the prefix "__Host-", so that no neighbouring site can plant one; Lax, since a
 * person comes back from the provider's site with both to be read.
 */
export function readDeskCookie(c: Context<AppEnv>, use: CookieUse): string | undefined {
	return getCookie(c, use, prefix(c));
}

export function setDeskCookie(c: Context<AppEnv>, use: CookieUse, value: string): void {
	setCookie(c, use, value, { ...attributes(c), maxAge: LASTS_S[use] });
}

export function dropDeskCookie(c: Context<AppEnv>, use: CookieUse): void {
	deleteCookie(c, use, attributes(c));
}

function attributes(c: Context<AppEnv>) {
	const host = prefix(c);
	return {
		path: "/",
		httpOnly: true,
		sameSite: "Lax",
		secure: host !== undefined,
		...(host ? { prefix: host } : {}),
	} as const;
}

function prefix(c: Context<AppEnv>): "host" | undefined {
	return c.var.settings.production || ownOrigin(c).startsWith("https:") ? "host" : undefined;
}

/** Where this site is reached, as browsers name it in the origin of a form. */
export function ownOrigin(c: Context<AppEnv>): string {
	return new URL(c.var.settings.publicUrl ?? c.req.url).origin;
}
