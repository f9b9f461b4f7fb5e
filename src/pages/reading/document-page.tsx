import type { Child } from "hono/jsx";
import type { Words } from "#content/library.ts";
import type { Block } from "#domain/answers/block.ts";
import type { RouteGroups } from "#domain/conversation/turn.ts";
import type { HelpItem } from "#domain/tallies/help-given.ts";
import { HelpForm } from "#pages/help/help-form.tsx";
import { Blocks, headingMark } from "#pages/ui/blocks.tsx";
import { Layout } from "#pages/ui/layout.tsx";
import { Routes } from "#pages/ui/routes.tsx";
import { Sources, type SourcesProps } from "#pages/ui/sources.tsx";

export type DocumentPageProps = Omit<SourcesProps, "of"> & {
	readonly words: Words;
	readonly title: string;
	/** What stands in the browser's history instead of the title; search engines then leave the page out. */
	readonly neutralTitle?: string;
	readonly summary?: string;
	/** The way back to the list it comes from. */
	readonly up?: Link;
	readonly blocks: readonly Block[];
	/** What to read next, under its title. */
	readonly links?: { readonly title: string; readonly list: readonly Link[] };
	readonly routes: RouteGroups;
	readonly young?: boolean;
	/** What "did this help?" is asked of. */
	readonly helpItem?: HelpItem;
	readonly children?: Child;
};
type Link = { readonly href: string; readonly label: string };

/** An answer, a stage or a page, for those who look rather than ask: the text, where it comes from, and people. */
export function DocumentPage(props: DocumentPageProps) {
	const { words, title, neutralTitle, summary, up, blocks, links, routes, young = false, helpItem, children } = props;
	return (
		<Layout
			words={words}
			title={neutralTitle ?? title}
			demonstration={false}
			indexed={neutralTitle === undefined}
			beside={<Routes words={words} routes={routes} />}
		>
			{up ? (
				<p class="up">
					<a href={up.href}>{up.label}</a>
				</p>
			) : null}
			<h1>{title}</h1>
			{summary ? <p class="lead">{summary}</p> : null}
			{children}
			<Contents words={words} blocks={blocks} />
			<div class="text">
				<Blocks blocks={blocks} level={2} young={young} marked />
			</div>
			<Sources words={words} sources={props.sources} reviewed={props.reviewed} review_by={props.review_by} />
			{helpItem ? <HelpForm words={words} item={helpItem} /> : null}
			{links && links.list.length > 0 ? (
				<nav class="more-reading" aria-label={links.title}>
					<h2>{links.title}</h2>
					<ul>
						{links.list.map(({ href, label }) => (
							<li>
								<a href={href}>{label}</a>
							</li>
						))}
					</ul>
				</nav>
			) : null}
		</Layout>
	);
}

/** From this many headings on, a page says first what is on it. */
const LONG = 5;

function Contents({ words, blocks }: Pick<DocumentPageProps, "words" | "blocks">) {
	const headings = blocks.flatMap((block) => (block.kind === "heading" ? [block.text] : []));
	if (headings.length < LONG || new Set(headings).size < headings.length) return null;
	return (
		<details class="contents no-print">
			<summary>{words.site.on_this_page}</summary>
			<ul>
				{headings.map((text) => (
					<li>
						<a href={`#${headingMark(text)}`}>{text}</a>
					</li>
				))}
			</ul>
		</details>
	);
}
