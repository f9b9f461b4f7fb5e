import type { Context } from "hono";
import { Hono } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { choiceId } from "#domain/conversation/choice-id.ts";
import { readState } from "#domain/conversation/state.ts";
import type { TurnInput, TurnView } from "#domain/conversation/turn.ts";
import type { AppEnv } from "#env.ts";
import { GuidePage } from "#pages/guide/guide-page.tsx";
import { seal, unseal } from "#pages/guide/seal.ts";
import { paths } from "#pages/paths.ts";
import { showConversation, takeTurn } from "#services/take-turn.ts";

/** The one cookie: strictly necessary, for this path alone, gone with the browser window. */
export const GUIDE_COOKIE = "guide";

/** Beyond this a browser drops a cookie; a state is far smaller. */
const LONGEST_MESSAGE = 60_000;

export const guidePages = new Hono<AppEnv>()
	.get("/", async (c) => {
		const state = await stateOf(c);
		return show(
			c,
			state ? await showConversation(c.var.deps, state) : await takeTurn(c.var.deps, { input: { kind: "start" } }),
		);
	})
	.post("/", async (c) => {
		const form = await c.req.parseBody();
		const { text, choice, door } = form;
		const input: TurnInput =
			typeof text === "string" && text.trim() !== ""
				? { kind: "text", text: text.slice(0, LONGEST_MESSAGE) }
				: typeof choice === "string"
					? { kind: "choice", id: choice.slice(0, 200) }
					: typeof door === "string"
						? { kind: "choice", id: choiceId("option", door.slice(0, 60)) }
						: { kind: "start" };
		const state = await stateOf(c);
		const view = await takeTurn(c.var.deps, { input, ...(state ? { state } : {}) });
		await keep(c, view.state);
		return c.redirect(paths.guide(), 303);
	});

async function stateOf(c: Context<AppEnv>): Promise<string | null> {
	const value = getCookie(c, GUIDE_COOKIE);
	return value ? unseal(c.var.settings.cookieKey, value) : null;
}

async function keep(c: Context<AppEnv>, state: string): Promise<void> {
	setCookie(c, GUIDE_COOKIE, await seal(c.var.settings.cookieKey, state), {
		path: paths.guide(),
		httpOnly: true,
		sameSite: "Strict",
		secure: c.var.settings.production,
	});
}

function show(c: Context<AppEnv>, view: TurnView): Response | Promise<Response> {
	const { content } = c.var.deps;
	const { area } = readState(view.state);
	const demonstration = area ? (content.area(area)?.demonstration ?? false) : false;
	c.header("cache-control", "no-store");
	return c.html(<GuidePage words={content.words} view={view} demonstration={demonstration} area={area} />);
}

export function forgetGuide(c: Context<AppEnv>): void {
	deleteCookie(c, GUIDE_COOKIE, { path: paths.guide() });
}
