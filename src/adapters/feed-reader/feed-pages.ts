import { isJson, type Json, parse, withQuery } from "#adapters/feed-reader/feed-json.ts";
import { type Answer, FeedError, type FeedLimits, type PoliteFetch } from "#adapters/feed-reader/fetch-politely.ts";

/** One page of an Open Referral UK list. */
export type Page = { readonly records: readonly unknown[]; readonly envelope: Json; readonly key: string };

const ASKED_FIRST = { per_page: "100", full: "true" };

/** Every record of a paged list, in order. A list that never ends, or gives the same page again, is an error. */
export async function allPages(list: URL, get: PoliteFetch, limits: FeedLimits): Promise<readonly unknown[]> {
	const seen = new Set<string>();
	const records: unknown[] = [];
	let extra: Readonly<Record<string, string>> = ASKED_FIRST;
	let countsFrom = 1;
	for (let number = 1; number <= limits.pages; number += 1) {
		let answer: Answer;
		try {
			answer = await get(withQuery(list, { ...extra, page: String(number - 1 + countsFrom) }));
		} catch (error) {
			// Some feeds refuse what they do not know; then it is asked without.
			if (
				number > 1 ||
				Object.keys(extra).length === 0 ||
				!(error instanceof FeedError) ||
				![400, 422].includes(error.status ?? 0)
			)
				throw error;
			extra = {};
			number -= 1;
			continue;
		}
		const page = pageIn(answer);
		if (page === null)
			throw new FeedError(
				`Page ${number} of ${list.href} is not a page of a list: it starts "${answer.text.trim().slice(0, 60)}".`,
			);
		if (number === 1 && countsFrom === 1 && (page.envelope.first_page === false || page.envelope.first === false)) {
			countsFrom = 0;
			number = 0;
			continue;
		}
		const fresh = page.records.filter((record) => !seen.has(keyOf(record)));
		if (page.records.length > 0 && fresh.length === 0)
			throw new FeedError(`${list.href} gives the same records again on page ${number}.`);
		for (const record of page.records) seen.add(keyOf(record));
		records.push(...page.records);
		if (isLast(page, number, records.length)) return records;
	}
	throw new FeedError(`${list.href} has more than ${limits.pages} pages, more than a directory can have.`);
}

function isLast({ envelope, records }: Page, number: number, sofar: number): boolean {
	const pages = envelope["total_pages"] ?? envelope["totalPages"];
	const total = envelope["total_items"] ?? envelope["totalElements"];
	if (records.length === 0 || envelope["last_page"] === true || envelope["last"] === true) return true;
	if (envelope.last_page === false && typeof pages !== "number") return false;
	if (envelope.last === false && typeof pages !== "number") return false;
	if (typeof pages === "number") return number >= pages;
	if (typeof total === "number") return sofar >= total;
	// A list that says nothing of pages has one.
	return true;
}

/** What an answer holds of a list; null where it is no list. A web page is an error. */
export function pageIn(answer: Answer): Page | null {
	if (/^\s*</.test(answer.text))
		throw new FeedError(
			`${answer.url.href} is a web page, not a feed. The feed's own address often ends in /services.`,
		);
	const value = parse(answer.text);
	if (Array.isArray(value)) return { records: value, envelope: {}, key: "contents" };
	if (!isJson(value)) return null;
	const key = ["contents", "content"].find((name) => Array.isArray(value[name]));
	const records = key === undefined ? undefined : value[key];
	return key !== undefined && Array.isArray(records) ? { records, envelope: value, key } : null;
}

function keyOf(record: unknown): string {
	return isJson(record) && record["id"] !== undefined ? String(record["id"]) : JSON.stringify(record);
}
