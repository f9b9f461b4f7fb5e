import type { Words } from "#content/library.ts";
import type { RouteGroups } from "#domain/conversation/turn.ts";
import { Layout } from "#pages/ui/layout.tsx";
import { Routes } from "#pages/ui/routes.tsx";

export type PeoplePageProps = {
	readonly words: Words;
	readonly routes: RouteGroups;
	readonly area: { readonly slug: string; readonly name: string; readonly demonstration: boolean } | null;
};

/** Everybody who can help, in this area, at this minute; open ones first. */
export function PeoplePage({ words, routes, area }: PeoplePageProps) {
	return (
		<Layout
			words={words}
			title={words.site.talk_to_a_person}
			demonstration={area?.demonstration ?? false}
			area={area?.slug}
		>
			<h1>{words.site.talk_to_a_person}</h1>
			{area ? <p class="lead">{area.name}</p> : null}
			<Routes words={words} routes={routes} />
		</Layout>
	);
}
