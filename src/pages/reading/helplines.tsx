import type { Context } from "hono";
import { Hono } from "hono";
import type { RouteSource } from "#domain/conversation/route.ts";
import { routeNow } from "#domain/conversation/routes-now.ts";
import type { AppEnv } from "#env.ts";
import { type HelplinesFor, paths } from "#pages/paths.ts";
import { nationalRoutes } from "#pages/reading/national-routes.ts";
import { Layout } from "#pages/ui/layout.tsx";
import { opensOf } from "#pages/ui/opens-of.ts";
import { RouteItem, Routes } from "#pages/ui/routes.tsx";
import { Tabs } from "#pages/ui/tabs.tsx";

const READERS = ["parent", "young_person", "family"] as const satisfies readonly HelplinesFor[];

/** Every helpline, by what it is for, for everyone or for one kind of reader. */
export const helplinePages = READERS.reduce(
	(pages, reader) => pages.get(paths.helplines(reader), (c) => helplines(c, reader)),
	new Hono<AppEnv>().get(paths.helplines(), (c) => helplines(c, undefined)),
);

function helplines(c: Context<AppEnv>, reader: HelplinesFor | undefined) {
	const { content, clock } = c.var.deps;
	const { words, holidays } = content;
	const { helplines: say, footer } = words.site;
	const at = clock.now();
	const fits = (route: RouteSource) => !reader || route.for.includes("everyone") || route.for.includes(reader);
	const groups = say.groups
		.map(({ id, title, ids }) => ({
			title,
			id,
			list: ids
				.map(content.helpline)
				.filter((route) => route !== null)
				.filter(fits),
		}))
		.filter(({ list }) => list.length > 0);
	return c.html(
		<Layout
			words={words}
			title={footer.helplines}
			demonstration={false}
			indexed
			beside={<Routes words={words} routes={nationalRoutes(c, [], reader)} />}
		>
			<h1>{footer.helplines}</h1>
			<p class="lead">{say.lead}</p>
			<Tabs
				label={say.for_label}
				links={[undefined, ...READERS].map((each) => ({
					href: paths.helplines(each),
					label: say.for[each ?? "all"],
					here: each === reader,
				}))}
			/>
			<nav class="jump" aria-label={say.jump}>
				<ul>
					{groups.map(({ title, id }) => (
						<li>
							<a href={`#${id}`}>{title}</a>
						</li>
					))}
				</ul>
			</nav>
			{groups.map(({ title, id, list }) => (
				<section aria-labelledby={id}>
					<h2 id={id}>{title}</h2>
					<ul class="route-list">
						{list.map((source) => (
							<RouteItem
								words={words}
								route={routeNow(source, at, holidays)}
								opens={opensOf(words, source, at, holidays)}
							/>
						))}
					</ul>
				</section>
			))}
		</Layout>,
	);
}
