import type { Words } from "#content/library.ts";
import type { Route } from "#domain/conversation/route.ts";
import type { UrgentCard } from "#domain/conversation/turn.ts";
import { OpenState, RouteItem, Ways } from "#pages/ui/routes.tsx";

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
	const first = quiet || card.shrunk ? undefined : card.routes.find(({ phone }) => phone);
	const others = card.routes.filter((route) => route !== first);
	return (
		<section class={look} aria-labelledby={id}>
			<h2 id={id}>{card.title}</h2>
			{first ? <CallNow words={words} route={first} /> : null}
			{card.shrunk ? null : card.body.map((line) => <p>{line}</p>)}
			<ul class="route-list">
				{(card.shrunk ? others.slice(0, SMALL) : others).map((route) => (
					<RouteItem words={words} route={route} brief />
				))}
			</ul>
		</section>
	);
}

/** The first of the card: its number as large as the page allows, and its other ways below. */
function CallNow({ words, route }: { readonly words: Words; readonly route: Route }) {
	const { phone = "", ...rest } = route;
	return (
		<div class="call-now">
			<p class="route-name">
				<strong>{route.name}</strong> <OpenState words={words} open={route.open_now} />
			</p>
			<p>{route.what_for}.</p>
			<a class="way first" href={`tel:${phone.replace(/[^\d+]/g, "")}`}>
				{words.site.ways.call.replace("{number}", phone)}
			</a>
			{route.text || route.webchat ? <Ways words={words} route={rest} brief /> : null}
		</div>
	);
}
