import { anyWhole, inFull } from "#adapters/feed-reader/feed-details.ts";
import { beneath, isJson, parse, withQuery } from "#adapters/feed-reader/feed-json.ts";
import { allPages, pageIn } from "#adapters/feed-reader/feed-pages.ts";
import {
	type Answer,
	FEED_LIMITS,
	FeedError,
	type FeedLimits,
	type PoliteFetch,
	politeFetch,
} from "#adapters/feed-reader/fetch-politely.ts";
import { resumedFetch } from "#adapters/feed-reader/resumed-fetch.ts";
import { tellsWhatIsNew } from "#adapters/feed-reader/tells-what-is-new.ts";
import type { ReadOptions, SourceRead } from "#ports/feed-reader.ts";

/**
 * Reads a whole feed by its address: every page of an Open Referral UK list, with each service in full, and its
 * taxonomies; or the one file that stands there. With `since` only what changed, where the feed can tell. All or
 * nothing: what goes wrong on the way is the answer, and a reading that was cut short goes on from there.
 */
export async function readFeed(
	address: string,
	given: Partial<FeedLimits> = {},
	{ since = null, progress }: ReadOptions = {},
): Promise<SourceRead> {
	const limits = { ...FEED_LIMITS, ...given };
	if (!URL.canParse(address))
		return { kind: "missing", reason: `${address} is no address. Check what was given with --from.` };
	const resumed = progress === undefined ? null : await resumedFetch(progress, limits);
	try {
		const read = await wholeFeed(new URL(address), resumed?.get ?? politeFetch(limits), limits, since);
		await progress?.forget();
		return read;
	} catch (error) {
		if (!(error instanceof FeedError)) throw error;
		// What will not mend itself is read afresh next time; else the next reading begins where this one ended.
		await (error.mayPass ? resumed?.flush() : progress?.forget());
		return { kind: "failed", reason: error.message };
	}
}

async function wholeFeed(start: URL, get: PoliteFetch, limits: FeedLimits, since: Date | null): Promise<SourceRead> {
	const root = await get(start);
	const first = pageIn(root);
	if (first === null && isDescription(root)) return wholeFeed(beneath(start, "services"), get, limits, since);
	if (first === null) return { kind: "files", files: new Map([[nameOf(start), root.text]]), notes: [] };
	const notes: string[] = [];
	// A feed that shows nothing at all has not told that nothing is new.
	const news = since === null || first.records.length === 0 ? null : await newsSince(start, since, get, limits);
	const partial = news !== null;
	const records = news ?? (await inFull(start, await allPages(start, get, limits), get, notes));
	if (since !== null && partial) notes.push(`Only what changed since ${since.toISOString()} was read.`);
	const files = new Map([["services.json", JSON.stringify({ ...first.envelope, [first.key]: records })]]);
	if (/\/services\/?$/.test(start.pathname)) {
		for (const list of ["taxonomies", "taxonomy_terms"]) {
			const terms = await allPages(
				new URL(`../${list}`, `${start.href.replace(/\/?(?:\?.*)?$/, "")}/`),
				get,
				limits,
			).catch(() => []);
			if (terms.length > 0) files.set(`${list}.json`, JSON.stringify({ [list]: terms }));
		}
	}
	return { kind: "files", files, notes, ...(partial && { partial, empty: records.length === 0 }) };
}

/** What changed since then, in full; null where the feed cannot tell, or tells only half of it. */
async function newsSince(
	start: URL,
	since: Date,
	get: PoliteFetch,
	limits: FeedLimits,
): Promise<readonly unknown[] | null> {
	try {
		if (!(await tellsWhatIsNew(start, get))) return null;
		const list = withQuery(start, { modified_after: since.toISOString() });
		const records = await inFull(start, await allPages(list, get, limits), get, []);
		return records.length === 0 || anyWhole(records) ? records : null;
	} catch (error) {
		if (error instanceof FeedError && !error.mayPass) return null;
		throw error;
	}
}

/** What the root of a feed answers: which version it speaks. */
function isDescription(answer: Answer): boolean {
	const value = parse(answer.text);
	return isJson(value) && "version" in value && ("openapi_url" in value || "profile" in value);
}

function nameOf(url: URL): string {
	return (
		url.pathname
			.split("/")
			.filter((part) => part !== "")
			.at(-1) ?? url.hostname
	);
}
