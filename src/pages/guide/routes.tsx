import type { Context } from "hono";
import { Hono } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { readState } from "#domain/conversation/state.ts";
import type { TurnView } from "#domain/conversation/turn.ts";
import { AreaSlug } from "#domain/directory/area.ts";
import type { AppEnv } from "#env.ts";
import { BeforePage } from "#pages/guide/before-page.tsx";
import { GuideParts } from "#pages/guide/guide-parts.tsx";
import { readTicket, type Ticket, writeTicket } from "#pages/guide/ticket.ts";
import { type Asked, turnOfForm } from "#pages/guide/turn-of-form.ts";
import { paths } from "#pages/paths.ts";
import { readForm } from "#pages/read-form.ts";
import { Layout } from "#pages/ui/layout.tsx";
import { areaBook } from "#services/area-book.ts";
import { showConversation, takeTurn } from "#services/take-turn.ts";

/** The one cookie: strictly necessary, for this path alone, gone with the browser window. */
export const GUIDE_COOKIE = "guide";

/** What the page's own script accepts: the parts of the page alone. Its state stays in the page, and no cookie is set. */
export const PARTS = "text/fragment+html";

/**
 * One address for the whole conversation. A form carries the state of the page it stands in, so that a double click, a
 * second tab or a page gone back to each go on from what they show. Without script the answer is a redirect to the same
 * address, and the state travels in the cookie.
 */
export const guidePages = new Hono<AppEnv>()
	.get("/", async (c) => {
		const ticket = await readTicket(c.var.settings.cookieKey, getCookie(c, GUIDE_COOKIE));
		c.header("cache-control", "no-store");
		if (!ticket?.started) return before(c, ticket);
		return page(c, await showConversation(c.var.deps, ticket.state));
	})
	.post("/", async (c) => {
		const key = c.var.settings.cookieKey;
		const form = await readForm(c.req.raw);
		const parts = c.req.header("accept")?.includes(PARTS) ?? false;
		const ticket = await readTicket(key, form.get("state") ?? (parts ? undefined : getCookie(c, GUIDE_COOKIE)));
		const asked = turnOfForm(form);
		const view = await answer(c, asked, ticket, form.get("area"));
		c.header("cache-control", "no-store");
		if (parts) {
			if (getCookie(c, GUIDE_COOKIE) !== undefined) forgetGuide(c);
			return c.html(await partsOf(c, view));
		}
		// Someone who comes through a door passes the page before the guide first; someone who has already spoken does not wait.
		const started = asked.kind !== "door" || (ticket?.started ?? false);
		setCookie(c, GUIDE_COOKIE, await writeTicket(key, { state: view.state, started }), {
			path: paths.guide(),
			httpOnly: true,
			sameSite: "Strict",
			secure: c.var.settings.production,
		});
		// A model's words stand in no cookie: they are shown here, and gone on the next page.
		if (view.answer?.written_by === "model") return page(c, view);
		return c.redirect(paths.guide(), 303);
	});

async function answer(c: Context<AppEnv>, asked: Asked, ticket: Ticket | null, named?: string): Promise<TurnView> {
	const { deps } = c.var;
	const found = AreaSlug.safeParse(named);
	const area = found.success ? { area: found.data } : {};
	const state = ticket ? { state: ticket.state } : {};
	switch (asked.kind) {
		case "turn":
			return takeTurn(deps, { ...area, ...state, input: asked.input });
		case "show":
			if (ticket) return showConversation(deps, ticket.state);
			return takeTurn(deps, { ...area, input: { kind: "start" } });
		case "door": {
			const fresh = await takeTurn(deps, { ...area, ...state, input: { kind: "start" } });
			if (asked.choice === null) return fresh;
			return takeTurn(deps, { state: fresh.state, input: { kind: "choice", id: asked.choice } });
		}
	}
}

async function partsOf(c: Context<AppEnv>, view: TurnView) {
	const { deps, settings } = c.var;
	const { area } = await areaBook(deps, readState(view.state).area);
	const token = await writeTicket(settings.cookieKey, { state: view.state, started: true });
	return <GuideParts library={deps.content} view={view} token={token} area={area} />;
}

async function page(c: Context<AppEnv>, view: TurnView) {
	const { words } = c.var.deps.content;
	const { area } = await areaBook(c.var.deps, readState(view.state).area);
	return c.html(
		<Layout words={words} title={words.site.guide.title} demonstration={area?.demonstration ?? false} area={area?.slug}>
			{await partsOf(c, view)}
		</Layout>,
	);
}

async function before(c: Context<AppEnv>, ticket: Ticket | null) {
	const { deps, settings } = c.var;
	const start = ticket
		? await showConversation(deps, ticket.state)
		: await takeTurn(deps, { input: { kind: "start" } });
	const token = ticket ? await writeTicket(settings.cookieKey, ticket) : null;
	return c.html(<BeforePage words={deps.content.words} token={token} view={start} />);
}

export function forgetGuide(c: Context<AppEnv>): void {
	deleteCookie(c, GUIDE_COOKIE, { path: paths.guide() });
}
