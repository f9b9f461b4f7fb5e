import type { Words } from "#content/library.ts";
import { Audience } from "#domain/conversation/audience.ts";
import type { Route } from "#domain/conversation/route.ts";
import type { Area } from "#domain/directory/area.ts";
import { AskLink } from "#pages/call-backs/ask-link.tsx";
import { paths } from "#pages/paths.ts";
import { Layout } from "#pages/ui/layout.tsx";
import { RouteItem } from "#pages/ui/routes.tsx";
import { Tabs } from "#pages/ui/tabs.tsx";

export type PeoplePageProps = {
	readonly words: Words;
	/** Those of this reader, the nearest kind of help first. */
	readonly routes: readonly Route[];
	/** When a route that is shut opens again; null where that is not known. */
	readonly opens: (id: string) => string | null;
	readonly area: Area | null;
	readonly areas: readonly Pick<Area, "slug" | "name">[];
	readonly reader: Audience;
};

/** Everybody who can help, in this area, at this minute: those who are open stand first, the rest with their next opening. */
export function PeoplePage({ words, routes, opens, area, areas, reader }: PeoplePageProps) {
	const { people, talk_to_a_person, guide } = words.site;
	const groups = [
		{ title: people.open_title, list: routes.filter((route) => route.open_now === true) },
		{ title: people.later_title, list: routes.filter((route) => route.open_now !== true) },
	].filter(({ list }) => list.length > 0);
	return (
		<Layout
			words={words}
			title={talk_to_a_person}
			demonstration={area?.demonstration ?? false}
			area={area?.slug}
			beside={
				<section class="card">
					<h2>{people.ways_title}</h2>
					<ul>
						{people.ways.map((way) => (
							<li>{way}</li>
						))}
					</ul>
				</section>
			}
		>
			<h1>{talk_to_a_person}</h1>
			<p class="lead">{people.lead}</p>
			<Tabs
				label={words.site.stages.reader}
				links={Audience.options.map((each) => ({
					href: paths.peopleFor(each, area?.slug),
					label: people.for[each],
					here: each === reader,
				}))}
			/>
			{area ? (
				<p>
					{guide.area_now.replace("{area}", area.name)} <a href={paths.peopleFor(reader)}>{people.change}</a>
				</p>
			) : (
				<nav class="choose-area" aria-label={people.choose}>
					<p>{people.choose}:</p>
					<ul>
						{areas.map(({ slug, name }) => (
							<li>
								<a class="quiet-link" href={paths.peopleFor(reader, slug)}>
									{name}
								</a>
							</li>
						))}
					</ul>
				</nav>
			)}
			<AskLink words={words} area={area?.slug} shown={routes} young={reader === "young_person"} />
			{groups.map(({ title, list }) => (
				<section>
					<h2>{title}</h2>
					<ul class="route-list">
						{list.map((route) => (
							<RouteItem words={words} route={route} opens={opens(route.id)} />
						))}
					</ul>
				</section>
			))}
		</Layout>
	);
}
