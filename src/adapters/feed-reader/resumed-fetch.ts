import { type FeedLimits, type PoliteFetch, politeFetch } from "#adapters/feed-reader/fetch-politely.ts";
import type { KeptAnswer, ReadProgress } from "#ports/feed-reader.ts";

/** Kept in one go, so that a long list is not slowed down by keeping it. */
const KEPT_AT_ONCE = 10;
/** A longer answer is asked for again, in characters: a libSQL server takes 5 MB a value. */
const LONGEST_KEPT = 2_000_000;

export type ResumedFetch = {
	readonly get: PoliteFetch;
	/** Keeps what has not been kept yet. */
	readonly flush: () => Promise<void>;
};

/** A polite fetch that does not ask again what a reading that was cut short has asked already. */
export async function resumedFetch(progress: ReadProgress, limits: FeedLimits): Promise<ResumedFetch> {
	const known = new Map((await progress.load()).map((answer) => [answer.asked, answer]));
	const bytes = [...known.values()].reduce((sum, { text }) => sum + text.length, 0);
	const fetchNew = politeFetch({ ...limits, bytes: limits.bytes - bytes });
	let fresh: KeptAnswer[] = [];
	const flush = async () => {
		const keeping = fresh;
		fresh = [];
		if (keeping.length > 0) await progress.keep(keeping);
	};
	const get: PoliteFetch = async (url) => {
		const held = known.get(url.href);
		if (held !== undefined) return { text: held.text, url: new URL(held.url) };
		const answer = await fetchNew(url);
		if (answer.text.length <= LONGEST_KEPT) fresh.push({ asked: url.href, url: answer.url.href, text: answer.text });
		if (fresh.length >= KEPT_AT_ONCE) await flush();
		return answer;
	};
	return { get, flush };
}
