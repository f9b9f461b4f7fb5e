import type { Context } from "hono";
import { Hono } from "hono";
import { routesNow } from "#domain/conversation/routes-now.ts";
import type { AppEnv } from "#env.ts";
import type { Reader } from "#pages/paths.ts";
import { PeoplePage } from "#pages/people/people-page.tsx";
import { opensOf } from "#pages/ui/opens-of.ts";
import { areaBook } from "#services/area-book.ts";

/** Everybody who can help, for an area or for all of England, for parents or for young people. */
export const peoplePages = new Hono<AppEnv>()
	.get("/people/:area?", (c) => people(c, c.req.param("area"), "parent"))
	.get("/young-people/people/:area?", (c) => people(c, c.req.param("area"), "young_person"));

async function people(c: Context<AppEnv>, slug: string | undefined, reader: Reader) {
	const { content, clock, areas } = c.var.deps;
	const { area, book } = await areaBook(c.var.deps, slug);
	if (slug && !area) return c.notFound();
	const at = clock.now();
	const groups = routesNow(book, [], reader, at, content.holidays);
	const stored = await areas.list().catch(() => []);
	const known = new Map([...content.content.areas, ...stored].map((each) => [each.slug, each]));
	c.header("cache-control", "no-store");
	return c.html(
		<PeoplePage
			words={content.words}
			routes={[...groups.human, ...groups.advocacy, ...groups.helplines, ...groups.legal]}
			opens={(id) => {
				const source = book.local.find((route) => route.id === id) ?? book.national(id);
				return source ? opensOf(content.words, source, at, content.holidays) : null;
			}}
			area={area}
			areas={[...known.values()]}
			young={reader === "young_person"}
		/>,
	);
}
