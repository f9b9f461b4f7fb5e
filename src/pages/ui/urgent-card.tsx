import type { Words } from "#content/library.ts";
import type { UrgentCard } from "#domain/conversation/turn.ts";
import { RouteItem } from "#pages/ui/routes.tsx";

/** Made small, a card keeps its title and this many ways to people. */
const SMALL = 2;

type UrgentProps = {
	readonly words: Words;
	readonly card: UrgentCard;
	/** The quiet card of a worry stands beside an answer and does not shout. */
	readonly quiet?: boolean;
};

/**
 * The card that stands first. Its first number can be called from the top of it; the words and everyone else come after. Made
 * small it keeps its title and its first two ways to people: it is never taken away.
 */
export function Urgent({ words, card, quiet = false }: UrgentProps) {
	const id = quiet ? "support" : "urgent";
	const look = quiet ? "card support" : card.shrunk ? "card urgent small-card" : "card urgent";
	return (
		<section class={look} aria-labelledby={id}>
			<h2 id={id}>{card.title}</h2>
			{quiet || card.shrunk ? null : <CallNow words={words} card={card} />}
			{card.shrunk ? null : card.body.map((line) => <p>{line}</p>)}
			<ul class="route-list">
				{(card.shrunk ? card.routes.slice(0, SMALL) : card.routes).map((route) => (
					<RouteItem words={words} route={route} brief />
				))}
			</ul>
		</section>
	);
}

function CallNow({ words, card }: Pick<UrgentProps, "words" | "card">) {
	const first = card.routes.find(({ phone }) => phone);
	if (!first?.phone) return null;
	return (
		<p class="call-now">
			<a class="way first" href={`tel:${first.phone.replace(/[^\d+]/g, "")}`}>
				{words.site.ways.call.replace("{number}", first.phone)}
			</a>
			<span>{first.name}</span>
		</p>
	);
}
