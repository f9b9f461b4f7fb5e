import type { UrgentCard } from "#domain/conversation/turn.ts";
import type { Hit, SearchAnswer } from "#domain/directory/search/query.ts";

/** What the widget reads of an answer. */
export type WidgetAnswer = Pick<
	SearchAnswer,
	"total" | "page" | "items" | "facets" | "relaxations" | "did_you_mean" | "unknown"
> & {
	/** "unknown" where the place is not known, so that the whole area is shown. */
	readonly place?: unknown;
	/** What comes first when the words tell of danger. */
	readonly urgent?: Pick<UrgentCard, "title" | "body" | "routes"> | null;
};

/** Why there is no answer: nobody there, an answer that says no, or one that is not what we know. */
export type Failure = "network" | "status" | "reply";
export type Reply =
	| { readonly kind: "answer"; readonly answer: WidgetAnswer }
	| { readonly kind: "failed"; readonly reason: Failure }
	/** Another question has taken its place. */
	| { readonly kind: "dropped" };

const LONGEST_WAIT_MS = 10_000;

/**
 * Asks an area's directory. The question is posted as a form: so it stands in no address, which a page's own analytics
 * and every log on the way would keep, and the browser asks no leave first. No cookie and no referrer go along.
 */
export async function askDirectory(
	server: string,
	area: string,
	question: Readonly<Record<string, string>>,
	stop: AbortController,
): Promise<Reply> {
	let late = false;
	const timer = setTimeout(() => {
		late = true;
		stop.abort();
	}, LONGEST_WAIT_MS);
	try {
		const response = await fetch(`${server}/api/v1/areas/${encodeURIComponent(area)}/services`, {
			method: "POST",
			body: new URLSearchParams(question),
			credentials: "omit",
			referrerPolicy: "no-referrer",
			cache: "no-store",
			signal: stop.signal,
		});
		if (!response.ok) {
			// What it says is for programs; left unread it would hold its connection.
			stop.abort();
			return { kind: "failed", reason: "status" };
		}
		const answer: unknown = await response.json().catch(() => null);
		return isAnswer(answer) ? { kind: "answer", answer } : { kind: "failed", reason: "reply" };
	} catch {
		return stop.signal.aborted && !late ? { kind: "dropped" } : { kind: "failed", reason: "network" };
	} finally {
		clearTimeout(timer);
	}
}

/** The server has checked what it sends; this only tells our answer from a proxy's page or another program's. */
function isAnswer(value: unknown): value is WidgetAnswer {
	return (
		isRecord(value) &&
		typeof value["total"] === "number" &&
		typeof value["page"] === "number" &&
		isRecord(value["facets"]) &&
		Array.isArray(value["items"]) &&
		value["items"].every(isHit)
	);
}

function isHit(value: unknown): value is Hit {
	return isRecord(value) && typeof value["id"] === "string" && typeof value["name"] === "string";
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === "object" && value !== null;
}
