import { withQuery } from "#adapters/feed-reader/feed-json.ts";
import { pageIn } from "#adapters/feed-reader/feed-pages.ts";
import { FeedError, type PoliteFetch } from "#adapters/feed-reader/fetch-politely.ts";

/** Nothing can have changed after it, so a feed that shows anything does not look at what it is asked. */
const FAR_AHEAD = "2999-01-01T00:00:00Z";

/** Whether a feed honours `modified_after`: asked for what changed after a day far ahead, it must show nothing. */
export async function tellsWhatIsNew(list: URL, get: PoliteFetch): Promise<boolean> {
	try {
		const page = pageIn(await get(withQuery(list, { modified_after: FAR_AHEAD, per_page: "1" })));
		const total = page?.envelope["total_items"] ?? page?.envelope["totalElements"] ?? 0;
		return page !== null && page.records.length === 0 && total === 0;
	} catch (error) {
		// A feed that refuses the question has answered it.
		if (error instanceof FeedError && !error.mayPass) return false;
		throw error;
	}
}
