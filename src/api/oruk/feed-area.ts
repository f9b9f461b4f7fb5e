import type { Context } from "hono";
import type { AppEnv } from "#env.ts";

/** The area whose feed is asked, from the address. */
export function feedArea(c: Context<AppEnv>): string {
	return c.req.param("area") ?? "";
}

/** Where the feeds are reached, "https://help.example.org/oruk/v3": as set, or else as this request came. */
export function feedBase(c: Context<AppEnv>): string {
	return `${c.var.settings.publicUrl?.replace(/\/+$/, "") ?? new URL(c.req.url).origin}/oruk/v3`;
}
