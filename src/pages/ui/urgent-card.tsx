import type { Words } from "#content/library.ts";
import type { UrgentCard } from "#domain/conversation/turn.ts";
import { RouteItem } from "#pages/ui/routes.tsx";

/** The card that stands first. Made small it keeps its title and its first two ways to people: it is never taken away. */
export function Urgent({ words, card }: { readonly words: Words; readonly card: UrgentCard }) {
	return (
		<section class={card.shrunk ? "urgent small-card" : "urgent"} aria-labelledby="urgent">
			<h2 id="urgent">{card.title}</h2>
			{card.shrunk ? null : card.body.map((line) => <p>{line}</p>)}
			<ul class="route-list">
				{(card.shrunk ? card.routes.slice(0, 2) : card.routes).map((route) => (
					<RouteItem words={words} route={route} />
				))}
			</ul>
		</section>
	);
}
