import type { Words } from "#content/library.ts";
import type { Block } from "#domain/answers/block.ts";
import type { RouteGroups } from "#domain/conversation/turn.ts";
import { Blocks } from "#pages/ui/blocks.tsx";
import { Layout } from "#pages/ui/layout.tsx";
import { Routes } from "#pages/ui/routes.tsx";

export type DocumentPageProps = {
	readonly words: Words;
	readonly title: string;
	readonly summary?: string;
	readonly blocks: readonly Block[];
	readonly sources: readonly { readonly title: string; readonly url: string; readonly date: string }[];
	readonly reviewed: string;
	readonly review_by: string;
	readonly links: readonly { readonly href: string; readonly label: string }[];
	readonly routes: RouteGroups;
	readonly indexed: boolean;
};

/** An answer, a stage or a page, for those who look rather than ask: the text, where it comes from, and people. */
export function DocumentPage(props: DocumentPageProps) {
	const { words, title, summary, blocks, sources, reviewed, review_by, links, routes, indexed } = props;
	const { guide } = words.site;
	return (
		<Layout words={words} title={title} demonstration={false} indexed={indexed}>
			<h1>{title}</h1>
			{summary ? <p class="lead">{summary}</p> : null}
			<Blocks blocks={blocks} level={2} />
			{links.length > 0 ? (
				<nav aria-label={guide.related}>
					<h2>{guide.related}</h2>
					<ul>
						{links.map(({ href, label }) => (
							<li>
								<a href={href}>{label}</a>
							</li>
						))}
					</ul>
				</nav>
			) : null}
			<details>
				<summary>{guide.sources}</summary>
				<ul>
					{sources.map((source) => (
						<li>
							<a href={source.url}>{source.title}</a> ({source.date})
						</li>
					))}
				</ul>
				<p class="small">
					{guide.reviewed.replace("{reviewed}", reviewed).replace("{review_by}", review_by)}{" "}
					{guide.not_reviewed_by_practitioner}
				</p>
			</details>
			<Routes words={words} routes={routes} />
		</Layout>
	);
}
