import type { Audience } from "#domain/conversation/audience.ts";
import type { Route, RouteKind, RouteSource } from "#domain/conversation/route.ts";
import type { RouteGroups } from "#domain/conversation/turn.ts";
import type { Holidays } from "#domain/hours/holidays.ts";
import { isOpen } from "#domain/hours/opening.ts";

/** A route as it stands at an instant. Where the hours are not known for certain, so is `open_now`: null, never a guess. */
export function routeNow(source: RouteSource, at: Date, holidays: Holidays): Route {
	const { for: _for, hours, confidence: _confidence, verify: _verify, ...shown } = source;
	const open_now = hours === "always" ? true : hours ? isOpen(hours, at.getTime(), holidays) : null;
	return { ...shown, open_now };
}

/** The area's own routes and the national ones that a person may need, told apart by what they are for. */
export type RouteBook = {
	/** Of the area; empty where we do not know them. */
	readonly local: readonly RouteSource[];
	readonly national: (id: string) => RouteSource | null;
};

/**
 * The routes that stand beside everything: a human worker, an advocate, legal advice, helplines. Never empty:
 * where the area's own are not known, the national ones carry it. Those named by an answer come first.
 */
export function routesNow(
	book: RouteBook,
	named: readonly string[],
	audience: Audience | undefined,
	at: Date,
	holidays: Holidays,
): RouteGroups {
	const reader = audience ?? "parent";
	const fits = (route: RouteSource) => route.for.includes("everyone") || route.for.includes(reader);
	const wanted = [...named, ...STANDING[reader === "young_person" ? "young_person" : "adult"]]
		.map(book.national)
		.filter((route) => route !== null);
	const all = unique([...book.local.filter(fits), ...wanted]);
	const pick = (...kinds: readonly RouteKind[]) =>
		all.filter((route) => kinds.includes(route.kind)).map((route) => routeNow(route, at, holidays));
	return {
		human: openFirst(pick("human")),
		advocacy: pick("advocacy"),
		legal: pick("legal"),
		helplines: pick("urgent", "helpline", "complaint"),
	};
}

/** The area's team for this hour: its front door while that is open, else the emergency duty team, else how to find the council. */
export function dutyRoute(book: RouteBook, at: Date, holidays: Holidays): RouteSource | null {
	const find = (id: string) => book.local.find((route) => route.id === id) ?? null;
	const frontDoor = find("front-door");
	if (frontDoor && routeNow(frontDoor, at, holidays).open_now) return frontDoor;
	return find("emergency-duty-team") ?? frontDoor ?? book.national("council");
}

/** Helplines that are offered whatever was asked, by who asks. */
const STANDING = {
	young_person: ["council", "coram-voice", "help-at-hand", "child-law-advice", "childline", "999"],
	adult: ["council", "frg", "find-solicitor", "civil-legal-advice", "nspcc", "samaritans", "999"],
} as const;

function unique(routes: readonly RouteSource[]): readonly RouteSource[] {
	return [...new Map(routes.map((route) => [route.id, route])).values()];
}

function openFirst(routes: readonly Route[]): Route[] {
	const rank = (route: Route) => (route.open_now === true ? 0 : route.open_now === null ? 1 : 2);
	return [...routes].sort((a, b) => rank(a) - rank(b));
}
