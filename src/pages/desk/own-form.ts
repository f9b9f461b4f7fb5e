import type { Context } from "hono";
import type { AppEnv } from "#env.ts";
import { ownOrigin, readDeskCookie } from "#pages/desk/desk-cookies.ts";
import { type DeskForm, readDeskForm } from "#pages/desk/desk-form.ts";
import type { DeskError } from "#pages/desk/message-page.tsx";
import { derived } from "#services/desk-secrets.ts";

/**
 * Whether a browser says that a form was sent by a page of ours. Ours send no referrer, for which the origin is "null": then the
 * browser must say itself that it was this site. One that says neither is not let in; unlike on the public pages, forms here change things.
 */
export function fromOwnPage(c: Context<AppEnv>): boolean {
	const origin = c.req.header("origin");
	const site = c.req.header("sec-fetch-site");
	if (site !== undefined && site !== "same-origin") return false;
	return origin === ownOrigin(c) || (origin === "null" && site === "same-origin");
}

/** What stands in this session's forms. It follows from the cookie, and the cookie does not follow from it. */
export function formToken(c: Context<AppEnv>): Promise<string> {
	return derived(readDeskCookie(c, "desk") ?? "", "form");
}

/** A form that a page of ours sent in this very session; else what is wrong with it. */
export async function ownForm(c: Context<AppEnv>, largest?: number): Promise<DeskForm | DeskError> {
	if (!fromOwnPage(c)) return "not_ours";
	const form = await readDeskForm(c.req.raw, largest);
	if (form === "too large") return "too_large";
	return form.text("token") === (await formToken(c)) ? form : "stale";
}
