import { type Context, Hono } from "hono";
import type { AppEnv } from "#env.ts";
import { AreasPage } from "#pages/desk/areas-page.tsx";
import { dropDeskCookie } from "#pages/desk/desk-cookies.ts";
import type { DeskPart, DeskRoute } from "#pages/desk/desk-part.ts";
import { deskParts } from "#pages/desk/desk-parts.ts";
import { deskPaths } from "#pages/desk/desk-paths.ts";
import { areasOf, passGate, sessionOf } from "#pages/desk/gate.ts";
import { homePart } from "#pages/desk/home-page.tsx";
import { deskError } from "#pages/desk/message-page.tsx";
import { formToken, ownForm } from "#pages/desk/own-form.ts";
import { signInPages } from "#pages/desk/sign-in-pages.tsx";
import { signOut } from "#services/sign-out.ts";

const parts: readonly DeskPart[] = [homePart(deskParts), ...deskParts];

/** Every address of an area at the desk, with what it takes to open it. */
export const deskRoutes: readonly DeskRoute[] = parts.flatMap(({ routes }) => routes);

/** The desk. Nothing of it is kept by a browser or in between. */
export const deskPages = new Hono<AppEnv>()
	.use(async (c, next) => {
		await next();
		c.header("cache-control", "no-store");
	})
	.get("/", async (c) => {
		const session = await sessionOf(c);
		if (session === null) return c.redirect(deskPaths.signIn(), 303);
		const areas = await areasOf(c, session);
		const [only, ...more] = areas;
		if (only !== undefined && more.length === 0) return c.redirect(deskPaths.area(only.slug), 303);
		const token = await formToken(c);
		return c.html(<AreasPage words={c.var.deps.content.words} session={session} areas={areas} token={token} />);
	})
	.route("/sign-in", signInPages)
	.post("/sign-out", (c) => leave(c, false))
	.post("/sign-out-everywhere", (c) => leave(c, true));

for (const route of deskRoutes)
	deskPages.on(route.method, `/:area${route.path}`, async (c) => {
		const desk = await passGate(c, c.req.param("area"), route, parts);
		return desk instanceof Response ? desk : route.answer(c, desk);
	});

deskPages.all("/*", (c) => deskError(c, "not_found"));

async function leave(c: Context<AppEnv>, everywhere: boolean) {
	const session = await sessionOf(c);
	if (session === null) return c.redirect(deskPaths.signIn(), 303);
	const form = await ownForm(c);
	if (typeof form === "string") return deskError(c, form);
	await signOut(c.var.deps, session, everywhere);
	dropDeskCookie(c, "desk");
	c.header("clear-site-data", '"cache"');
	// Behind Access the way in would open again by itself, so Access is left as well.
	return c.redirect(c.var.deps.signIn.kind === "access" ? deskPaths.leaveAccess() : deskPaths.signIn(), 303);
}
