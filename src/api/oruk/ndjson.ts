import type { Page } from "#domain/directory/oruk-query.ts";

/** Text is sent on once this much has gathered, in characters. */
const CHUNK = 64 * 1024;

/**
 * One JSON object a line, sent while it is read. The first record is read before the answer begins, so that a
 * database that cannot be reached is still told by the status.
 */
export function ndjson(records: AsyncIterable<unknown>): Promise<Response> {
	return streamed(records, (record) => `${JSON.stringify(record)}\n`, "application/x-ndjson; charset=utf-8");
}

/** The same for any text: each record as `line` writes it, after the `head`. */
export async function streamed<T>(
	records: AsyncIterable<T>,
	line: (record: T) => string,
	type: string,
	head = "",
): Promise<Response> {
	const iterator = records[Symbol.asyncIterator]();
	let next = await iterator.next();
	const encoder = new TextEncoder();
	let start = head;
	const body = new ReadableStream<Uint8Array>({
		async pull(controller) {
			let text = start;
			start = "";
			while (next.done !== true && text.length < CHUNK) {
				text += line(next.value);
				next = await iterator.next();
			}
			if (text !== "") controller.enqueue(encoder.encode(text));
			if (next.done === true) controller.close();
		},
		async cancel() {
			await iterator.return?.();
		},
	});
	return new Response(body, { headers: { "content-type": type } });
}

/** Every record of a list that is read page by page. */
export async function* everyRecord<T>(list: (page: number) => Promise<Page<T>>): AsyncIterable<T> {
	for (let number = 1; ; number++) {
		const page = await list(number);
		yield* page.items;
		if (number * page.perPage >= page.totalItems) return;
	}
}

/** Each item in another form, as it comes. */
export async function* mapped<T, R>(items: AsyncIterable<T>, change: (item: T) => R): AsyncIterable<R> {
	for await (const item of items) yield change(item);
}
