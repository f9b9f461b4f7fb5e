import { beneath, isJson, parse } from "#adapters/feed-reader/feed-json.ts";
import { FeedError, type PoliteFetch } from "#adapters/feed-reader/fetch-politely.ts";

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

/** The records of a list, each fetched on its own where the list holds summaries only. */
export async function inFull(
	list: URL,
	records: readonly unknown[],
	get: PoliteFetch,
	notes: string[],
): Promise<readonly unknown[]> {
	if (records.length === 0 || anyWhole(records)) return records;
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

/** Whether any record says more than a summary does. */
export function anyWhole(records: readonly unknown[]): boolean {
	return records.some((record) => isJson(record) && WHOLE.some((field) => field in record));
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
