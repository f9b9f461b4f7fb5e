import type { Context } from "hono";
import { envelope } from "#api/oruk/envelope.ts";
import { everyRecord, ndjson } from "#api/oruk/ndjson.ts";
import { type Reader, readerOf } from "#api/oruk/parameter.ts";
import { format, LARGEST_PAGE } from "#api/oruk/parameters.ts";
import { problem } from "#api/problem.ts";
import type { Page } from "#domain/directory/oruk-query.ts";
import type { AppEnv } from "#env.ts";

export type Paging = { readonly page: number; readonly perPage: number };

/** A question as it was read: the page that is wanted, and how to get any page of records as they go out. */
export type Question = Paging & {
	readonly list: (paging: Paging) => Promise<Page<unknown>>;
	/** All records at once, where there is a better way than page after page. */
	readonly every?: (() => AsyncIterable<unknown>) | undefined;
	/** For a list that the standard leaves optional: whether the area has any record for it, whatever is asked. */
	readonly offered?: () => Promise<boolean>;
};

/** Answers a list as a page or as lines, or says which parameters cannot be read and how to write them. */
export async function answerList(c: Context<AppEnv>, ask: (reader: Reader) => Question): Promise<Response> {
	const reader = readerOf((name) => c.req.query(name));
	const { page, perPage, list, every, offered } = ask(reader);
	const asLines = reader.read(format) === "ndjson";
	if (reader.problems.length > 0) return problem(c, "INVALID", reader.problems.join(" "), {}, 400);
	const found = asLines ? null : await list({ page, perPage });
	if (found !== null && found.totalItems > 0) return c.json(envelope(found));
	// An optional list without a single record is not offered: readers, the official validator too, take it for left out.
	if (offered !== undefined && !(await offered())) {
		return problem(c, "NOT_FOUND", "This area's directory holds no records of this kind.");
	}
	if (found !== null) return c.json(envelope(found));
	return ndjson(every?.() ?? everyRecord((number) => list({ page: number, perPage: LARGEST_PAGE })));
}
