import type { Circle, ServiceQuery } from "#domain/directory/oruk-query.ts";
import type { Feed } from "#ports/feed.ts";
import type { Places } from "#ports/places.ts";
import type { Dependencies } from "#ports.ts";

/** What a reader of the feed asks, in the reader's own terms. */
export type FeedQuestion = Omit<ServiceQuery, "near" | "deletedAfter"> & {
	/** Metres around a postcode; infinite to sort by distance alone. */
	readonly around?: { readonly postcode: string; readonly metres: number };
};

type Where = { readonly feed: Pick<Feed, "point">; readonly places: Pick<Places, "point"> };

/** How long a reader of the feed can learn that a record has gone, in milliseconds: 90 days. */
const TOMBSTONE_LIFE = 90 * 86_400_000;

/** The question as the directory can answer it. Null where nothing can match, because nobody knows the postcode. */
export async function feedQuery(
	deps: Where & Pick<Dependencies, "clock">,
	area: string,
	question: FeedQuestion,
): Promise<ServiceQuery | null> {
	const { around, ...rest } = question;
	const near = around && (await circle(deps, area, around.postcode, around.metres));
	if (near === null) return null;
	return { ...rest, near, deletedAfter: deletedAfter(question, deps.clock.now()) };
}

/** A location of the area with that very postcode knows best; then the table of places; then the locations around. */
async function circle(deps: Where, area: string, postcode: string, metres: number): Promise<Circle | null> {
	const own = await deps.feed.point(area, postcode);
	const point = own?.precision === "postcode" ? own : ((await deps.places.point(postcode)) ?? own);
	return point === null ? null : { latitude: point.latitude, longitude: point.longitude, metres };
}

/**
 * Deleted records are for those who keep a copy and ask what has changed. A deleted record has no text, ages or
 * places left that another filter could be asked of.
 */
function deletedAfter(question: FeedQuestion, now: Date): Date | undefined {
	const { page, perPage, modifiedAfter, organizationId, ...others } = question;
	if (modifiedAfter === undefined || Object.values(others).some((value) => value !== undefined)) return undefined;
	return new Date(Math.max(modifiedAfter.getTime(), now.getTime() - TOMBSTONE_LIFE));
}
