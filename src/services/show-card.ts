import type { Audience } from "#domain/conversation/audience.ts";
import { dutyRoute, type RouteBook, routeNow } from "#domain/conversation/routes-now.ts";
import type { UrgentCard } from "#domain/conversation/turn.ts";
import { type Card, chooseCard } from "#domain/triage/card.ts";
import type { Reason, Urgency } from "#domain/triage/urgency.ts";
import type { Dependencies } from "#ports.ts";

/** Whoever has not said who they are may be a child: this line is added for them. */
const CHILDREN_LINE = "childline";

/**
 * The card for an urgency, with routes as they stand at `at`: the area's duty team by day, its emergency duty team by night.
 * Null when the level asks for none.
 */
export function showCard(
	deps: Pick<Dependencies, "content">,
	book: RouteBook,
	urgency: Urgency | undefined,
	audience: Audience | undefined,
	shrunk: boolean,
	at: Date,
): UrgentCard | null {
	if (!urgency || urgency.level === "none" || urgency.level === "concern") return null;
	return fill(deps, book, chooseCard(deps.content.content.cards, urgency, audience), audience, shrunk, at);
}

/** The quiet card that stands beside an answer for a worry or a hardship. */
export function showSupport(
	deps: Pick<Dependencies, "content">,
	book: RouteBook,
	worry: Reason | undefined,
	audience: Audience | undefined,
	at: Date,
): UrgentCard | null {
	if (!worry) return null;
	const card = chooseCard(deps.content.content.quietCards, { level: "concern", reason: worry }, audience);
	return fill(deps, book, card, audience, false, at);
}

function fill(
	deps: Pick<Dependencies, "content">,
	book: RouteBook,
	card: Card | null,
	audience: Audience | undefined,
	shrunk: boolean,
	at: Date,
): UrgentCard | null {
	if (!card) return null;
	const { holidays } = deps.content;
	const ids =
		audience === undefined && !card.routes.includes(CHILDREN_LINE) ? [...card.routes, CHILDREN_LINE] : card.routes;
	const routes = ids
		.map((id) =>
			id === "duty"
				? dutyRoute(book, at, holidays)
				: (book.local.find((route) => route.id === id) ?? book.national(id)),
		)
		.filter((route) => route !== null)
		.map((route) => routeNow(route, at, holidays));
	return { title: card.title, body: card.body, routes, shrunk };
}
