import { Hono } from "hono";
import { routesNow } from "#domain/conversation/routes-now.ts";
import type { AppEnv } from "#env.ts";
import { directoryPages } from "#pages/directory/routes.tsx";
import { forgetGuide, guidePages } from "#pages/guide/routes.tsx";
import { HomePage } from "#pages/home/home-page.tsx";
import { HARMLESS_SITE, paths } from "#pages/paths.ts";
import { PeoplePage } from "#pages/people/people-page.tsx";
import { readingPages } from "#pages/reading/routes.tsx";
import { areaBook } from "#services/area-book.ts";

/** Every page of the site. */
export const site = new Hono<AppEnv>()
	.get(paths.home(), (c) => c.html(<HomePage words={c.var.deps.content.words} guideArea={c.req.query("area")} />))
	.route(paths.guide(), guidePages)
	.route(paths.chooseArea(), directoryPages)
	.get("/people/:area?", async (c) => {
		const { content, clock } = c.var.deps;
		const { area, book } = await areaBook(c.var.deps, c.req.param("area"));
		if (c.req.param("area") && !area) return c.notFound();
		const routes = routesNow(book, [], undefined, clock.now(), content.holidays);
		c.header("cache-control", "no-store");
		return c.html(<PeoplePage words={content.words} routes={routes} area={area} />);
	})
	.get(paths.exit(), (c) => {
		forgetGuide(c);
		c.header("clear-site-data", '"cache", "cookies", "storage"');
		c.header("cache-control", "no-store");
		return c.redirect(HARMLESS_SITE, 303);
	})
	.route("/", readingPages);
