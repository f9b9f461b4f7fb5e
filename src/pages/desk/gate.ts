import type { Context } from "hono";
import { actorOf, type DeskSession } from "#domain/desk/desk-session.ts";
import { may, type Permission } from "#domain/desk/permissions.ts";
import { EVERY_AREA, rolesIn } from "#domain/desk/roles.ts";
import { AreaSlug } from "#domain/directory/area.ts";
import type { AppEnv } from "#env.ts";
import { readDeskCookie } from "#pages/desk/desk-cookies.ts";
import { emptyForm } from "#pages/desk/desk-form.ts";
import type { Desk, DeskPart, DeskRoute } from "#pages/desk/desk-part.ts";
import { deskPaths } from "#pages/desk/desk-paths.ts";
import { deskError } from "#pages/desk/message-page.tsx";
import { formToken, ownForm } from "#pages/desk/own-form.ts";
import { readDeskSession } from "#services/read-desk-session.ts";

/** Who is at the desk with this request; null for nobody. */
export function sessionOf(c: Context<AppEnv>): Promise<DeskSession | null> {
	return readDeskSession(c.var.deps, {
		secret: readDeskCookie(c, "desk"),
		assertion: c.req.header("cf-access-jwt-assertion"),
	});
}

/** The one way to a page of an area: signed in, allowed, the area there, and what is posted from a page of ours. */
export async function passGate(
	c: Context<AppEnv>,
	slug: string,
	{ method, permission, largest }: DeskRoute,
	parts: readonly DeskPart[],
): Promise<Desk | Response> {
	const session = await sessionOf(c);
	if (session === null) return method === "GET" ? toSignIn(c) : deskError(c, "signed_out");
	if (!AreaSlug.safeParse(slug).success || !may(session, slug, permission)) return deskError(c, "forbidden");
	const areas = await areasOf(c, session);
	const area = areas.find((known) => known.slug === slug);
	if (area === undefined) return deskError(c, "not_found");
	const form = method === "POST" ? await ownForm(c, largest) : emptyForm;
	if (typeof form === "string") return deskError(c, form);
	const allowed = (asked: Permission) => may(session, slug, asked);
	return {
		session,
		actor: actorOf(session),
		area,
		areas,
		may: allowed,
		navigation: parts.flatMap(({ bar, label }) =>
			bar !== undefined && allowed(bar.permission)
				? [{ href: deskPaths.area(slug) + bar.path, label: label(c.var.deps.content.words) }]
				: [],
		),
		token: await formToken(c),
		form,
	};
}

/** The areas in which somebody has a role, by name; those of the platform have every one. */
export async function areasOf(c: Context<AppEnv>, session: DeskSession): Promise<Desk["areas"]> {
	const { areas, content } = c.var.deps;
	const everywhere = rolesIn(session.roles, EVERY_AREA).length > 0;
	const known = new Map(
		[...content.content.areas, ...(await areas.list())].map(({ slug, name }) => [slug, { slug, name }]),
	);
	return [...known.values()]
		.filter(({ slug }) => everywhere || rolesIn(session.roles, slug).length > 0)
		.toSorted((one, other) => one.name.localeCompare(other.name, "en-GB"));
}

/** To the way in, and then on to the page that was asked for. */
function toSignIn(c: Context<AppEnv>): Response {
	const { pathname, search } = new URL(c.req.url);
	return c.redirect(deskPaths.signIn(pathname + search), 303);
}
