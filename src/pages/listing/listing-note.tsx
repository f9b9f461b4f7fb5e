import type { Words } from "#content/library.ts";
import type { RouteGroups } from "#domain/conversation/turn.ts";
import { Layout } from "#pages/ui/layout.tsx";
import { Routes } from "#pages/ui/routes.tsx";

type ListingNoteProps = {
	readonly words: Words;
	readonly title: string;
	readonly body: readonly string[];
	/** The listing as families see it. */
	readonly link: string | undefined;
	readonly routes: RouteGroups;
};

/** What came of a press, or that a link no longer works: never a dead end. */
export function ListingNote({ words, title, body, link, routes }: ListingNoteProps) {
	return (
		<Layout words={words} title={title} demonstration={false} beside={<Routes words={words} routes={routes} />}>
			<h1>{title}</h1>
			{body.map((line) => (
				<p>{line}</p>
			))}
			{link ? (
				<p>
					<a href={link}>{words.listing.thanks.see}</a>
				</p>
			) : null}
		</Layout>
	);
}
