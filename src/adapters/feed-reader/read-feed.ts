import {
	type Answer,
	FEED_LIMITS,
	FeedError,
	type FeedLimits,
	type PoliteFetch,
	politeFetch,
} from "#adapters/feed-reader/fetch-politely.ts";
import type { SourceRead } from "#ports/feed-reader.ts";

type Json = Readonly<Record<string, unknown>>;
type Page = { readonly records: readonly unknown[]; readonly envelope: Json; readonly key: string };

/** Fields that only a whole record has. A list without any of them is a list of summaries. */
const WHOLE = [
	"contacts",
	"phones",
	"schedules",
	"regular_schedules",
	"service_at_locations",
	"attributes",
	"service_taxonomys",
	"cost_options",
	"languages",
	"locations",
];
const ASKED_FIRST = { per_page: "100", full: "true" };

/**
 * Reads a whole feed by its address: every page of an Open Referral UK list, with each service in full, and its
 * taxonomies; or the one file that stands there. All or nothing: what goes wrong on the way is the answer.
 */
export async function readFeed(address: string, given: Partial<FeedLimits> = {}): Promise<SourceRead> {
	const limits = { ...FEED_LIMITS, ...given };
	if (!URL.canParse(address))
		return { kind: "missing", reason: `${address} is no address. Check what was given with --from.` };
	try {
		return await wholeFeed(new URL(address), politeFetch(limits), limits);
	} catch (error) {
		if (error instanceof FeedError) return { kind: "failed", reason: error.message };
		throw error;
	}
}

async function wholeFeed(start: URL, get: PoliteFetch, limits: FeedLimits): Promise<SourceRead> {
	const root = await get(start);
	const first = pageIn(root);
	if (first === null && isDescription(root)) return wholeFeed(beneath(start, "services"), get, limits);
	if (first === null) return { kind: "files", files: new Map([[nameOf(start), root.text]]), notes: [] };
	const listed = await allPages(start, get, limits);
	const notes: string[] = [];
	const records = await inFull(start, listed, get, notes);
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
	return { kind: "files", files, notes };
}

/** Every record of a paged list, in order. A list that never ends, or gives the same page again, is an error. */
async function allPages(list: URL, get: PoliteFetch, limits: FeedLimits): Promise<readonly unknown[]> {
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

/** The records of a list, each fetched on its own where the list holds summaries only. */
async function inFull(
	list: URL,
	records: readonly unknown[],
	get: PoliteFetch,
	notes: string[],
): Promise<readonly unknown[]> {
	const whole = records.some((record) => isJson(record) && WHOLE.some((field) => field in record));
	if (whole || records.length === 0) return records;
	const full: unknown[] = [];
	let missing = 0;
	for (const record of records) {
		const detail = await detailOf(list, record, get);
		if (detail === null) missing += 1;
		// The first record tells whether the feed has details at all.
		if (full.length === 0 && detail === null) return records;
		full.push(detail ?? record);
	}
	if (missing * 5 > records.length)
		throw new FeedError(`${missing} of ${records.length} services could not be read in full.`);
	if (missing > 0) notes.push(`${missing} of ${records.length} services could be read only as the list shows them.`);
	return full;
}

async function detailOf(list: URL, record: unknown, get: PoliteFetch): Promise<unknown> {
	const id = isJson(record) ? record["id"] : undefined;
	if (typeof id !== "string" && typeof id !== "number") return null;
	const answer = await get(beneath(list, encodeURIComponent(String(id)))).catch((error: unknown) => {
		if (error instanceof FeedError && error.status !== undefined && error.status < 500) return null;
		throw error;
	});
	const detail = answer === null ? undefined : parse(answer.text);
	return isJson(detail) && String(detail["id"]) === String(id)
		? { ...(isJson(record) ? record : {}), ...detail }
		: null;
}

function pageIn(answer: Answer): Page | null {
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

/** What the root of a feed answers: which version it speaks. */
function isDescription(answer: Answer): boolean {
	const value = parse(answer.text);
	return isJson(value) && "version" in value && ("openapi_url" in value || "profile" in value);
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

function isJson(value: unknown): value is Json {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

function keyOf(record: unknown): string {
	return isJson(record) && record["id"] !== undefined ? String(record["id"]) : JSON.stringify(record);
}

function withQuery(url: URL, query: Readonly<Record<string, string>>): URL {
	const asked = new URL(url);
	for (const [name, value] of Object.entries(query))
		if (name === "page" || !asked.searchParams.has(name)) asked.searchParams.set(name, value);
	return asked;
}

/** An address below another: ".../v3/area" and "services" is ".../v3/area/services". The query stays behind. */
function beneath(url: URL, name: string): URL {
	return new URL(name, `${url.origin}${url.pathname.replace(/\/*$/, "/")}`);
}

function nameOf(url: URL): string {
	return (
		url.pathname
			.split("/")
			.filter((part) => part !== "")
			.at(-1) ?? url.hostname
	);
}
