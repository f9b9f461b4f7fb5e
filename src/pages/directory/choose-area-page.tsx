import type { Words } from "#content/library.ts";
import type { RouteGroups } from "#domain/conversation/turn.ts";
import { paths } from "#pages/paths.ts";
import { Layout } from "#pages/ui/layout.tsx";
import { Routes } from "#pages/ui/routes.tsx";

export type ChooseAreaPageProps = {
	readonly words: Words;
	readonly areas: readonly { readonly slug: string; readonly name: string }[];
	readonly routes: RouteGroups;
};

/** The councils whose directory is here, by name. */
export function ChooseAreaPage({ words, areas, routes }: ChooseAreaPageProps) {
	const { directory } = words.site;
	return (
		<Layout
			words={words}
			title={directory.title}
			demonstration={false}
			beside={<Routes words={words} routes={routes} />}
		>
			<h1>{directory.choose_title}</h1>
			<p class="lead">{directory.choose_body}</p>
			<ul class="choices">
				{areas.map(({ slug, name }) => (
					<li>
						<a class="button" href={paths.directory(slug)}>
							{name}
						</a>
					</li>
				))}
			</ul>
		</Layout>
	);
}
