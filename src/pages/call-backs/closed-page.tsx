import type { Words } from "#content/library.ts";
import type { RouteGroups, UrgentCard } from "#domain/conversation/turn.ts";
import type { Area } from "#domain/directory/area.ts";
import { Layout } from "#pages/ui/layout.tsx";
import { Routes } from "#pages/ui/routes.tsx";
import { Urgent } from "#pages/ui/urgent-card.tsx";
import type { ClosedDoor } from "#services/call-back-door.ts";

export type ClosedPageProps = {
	readonly words: Words;
	readonly area: Area;
	readonly why: ClosedDoor;
	readonly urgent: UrgentCard | null;
	readonly routes: RouteGroups;
};

/** No request is taken here at the moment: said plainly, with everybody who can be reached. */
export function ClosedPage({ words, area, why, urgent, routes }: ClosedPageProps) {
	const { closed, title } = words.call_backs;
	return (
		<Layout words={words} title={title} demonstration={area.demonstration} area={area.slug}>
			{urgent ? <Urgent words={words} card={urgent} /> : null}
			<h1>{closed.title}</h1>
			<p class="lead">{closed[why]}</p>
			<Routes words={words} routes={routes} />
		</Layout>
	);
}
