import type { Context } from "hono";
import { Hono } from "hono";
import { Audience } from "#domain/conversation/audience.ts";
import { routesNow } from "#domain/conversation/routes-now.ts";
import type { RouteGroups } from "#domain/conversation/turn.ts";
import type { AppEnv } from "#env.ts";
import { paths } from "#pages/paths.ts";
import { PeoplePage } from "#pages/people/people-page.tsx";
import { opensOf } from "#pages/ui/opens-of.ts";
import { areaBook } from "#services/area-book.ts";

/** Everybody who can help, for an area or for all of England, for whoever asks. */
export const peoplePages = Audience.options.reduce(
	(pages, reader) => pages.get(`${paths.peopleFor(reader)}/:area?`, (c) => people(c, c.req.param("area"), reader)),
	new Hono<AppEnv>(),
);

/** Whom each reader most likely looks for: the first kinds first. Those who are open at this minute stand before all others. */
const ORDER = {
	parent: ["human", "advocacy", "helplines", "legal"],
	young_person: ["advocacy", "helplines", "human", "legal"],
	family: ["human", "advocacy", "helplines", "legal"],
	professional: ["human", "legal", "advocacy", "helplines"],
} as const satisfies Record<Audience, readonly (keyof RouteGroups)[]>;

async function people(c: Context<AppEnv>, slug: string | undefined, reader: Audience) {
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
			routes={ORDER[reader].flatMap((kind) => groups[kind])}
			opens={(id) => {
				const source = book.local.find((route) => route.id === id) ?? book.national(id);
				return source ? opensOf(content.words, source, at, content.holidays) : null;
			}}
			area={area}
			areas={[...known.values()]}
			reader={reader}
		/>,
	);
}
