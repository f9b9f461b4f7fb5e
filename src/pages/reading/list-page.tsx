import type { Child } from "hono/jsx";
import type { Words } from "#content/library.ts";
import type { RouteGroups } from "#domain/conversation/turn.ts";
import { Layout } from "#pages/ui/layout.tsx";
import { Routes } from "#pages/ui/routes.tsx";

export type ListPageProps = {
	readonly words: Words;
	readonly title: string;
	readonly routes: RouteGroups;
	readonly children: Child;
};

/** A list of things to read, with the way to people below it. */
export function ListPage({ words, title, routes, children }: ListPageProps) {
	return (
		<Layout words={words} title={title} demonstration={false} indexed>
			<h1>{title}</h1>
			{children}
			<Routes words={words} routes={routes} />
		</Layout>
	);
}
