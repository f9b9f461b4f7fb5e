import { afterEach, expect, test } from "vitest";
import { readFeed } from "#adapters/feed-reader/read-feed.ts";
import type { KeptAnswer, ReadProgress } from "#ports/feed-reader.ts";
import { type FeedHandler, type FeedServer, fedService, feedServer } from "#tests/support/feed-server.ts";

const LIMITS = { loopback: true, pause: 1, answerTime: 2000, pages: 50 };
const SINCE = new Date("2026-11-20T00:00:00Z");

let server: FeedServer | null = null;
afterEach(async () => {
	await server?.close();
	server = null;
});

async function serve(handler: FeedHandler): Promise<{ readonly address: string; readonly asked: string[] }> {
	const asked: string[] = [];
	server = await feedServer((url, response) => {
		if (url.pathname === "/services") asked.push(url.search);
		return handler(url, response);
	});
	return { address: `${server.base}/services`, asked };
}

function memory(): ReadProgress & { readonly kept: KeptAnswer[] } {
	const kept: KeptAnswer[] = [];
	return {
		kept,
		load: async () => [...kept],
		keep: async (answers) => void kept.push(...answers),
		forget: async () => void kept.splice(0),
	};
}

const pageOf = (url: URL) => Number(url.searchParams.get("page") ?? 1);
const paged = (number: number, pages: number, contents: readonly unknown[]) => ({
	...{ total_items: contents.length * pages, total_pages: pages, page_number: number, contents },
});

test("a reading that was cut short goes on where it ended and asks nothing twice", async () => {
	let broken = true;
	const { address, asked } = await serve((url, response) => {
		if (url.pathname !== "/services") return response.writeHead(404).end("{}");
		if (broken && pageOf(url) === 25) return response.writeHead(503).end("busy");
		return paged(pageOf(url), 30, [fedService(pageOf(url))]);
	});
	const progress = memory();
	expect(await readFeed(address, LIMITS, { progress })).toMatchObject({ kind: "failed", reason: /answered 503/ });
	broken = false;
	const before = asked.length;
	const read = await readFeed(address, LIMITS, { progress });
	expect(read.kind === "files" && JSON.parse(read.files.get("services.json") ?? "").contents).toHaveLength(30);
	expect(asked.length - before).toBe(6);
	expect(progress.kept).toEqual([]);
});

test("what will not mend itself is read afresh", async () => {
	const { address } = await serve((url) =>
		pageOf(url) === 3 ? { nothing: true } : paged(pageOf(url), 5, [fedService(pageOf(url))]),
	);
	const progress = memory();
	expect(await readFeed(address, LIMITS, { progress })).toMatchObject({ kind: "failed" });
	expect(progress.kept).toEqual([]);
});

test("a reading may make so many requests and no more; the next goes on", async () => {
	const { address } = await serve((url, response) =>
		url.pathname === "/services"
			? paged(pageOf(url), 12, [fedService(pageOf(url))])
			: response.writeHead(404).end("{}"),
	);
	const progress = memory();
	const limits = { ...LIMITS, requests: 10 };
	expect(await readFeed(address, limits, { progress })).toMatchObject({
		kind: "failed",
		reason: /more than 10 requests/,
	});
	expect(await readFeed(address, limits, { progress })).toMatchObject({ kind: "files" });
});

test("a feed that tells what is new is asked for that alone", async () => {
	const { address, asked } = await serve((url, response) => {
		if (url.pathname !== "/services") return response.writeHead(404).end("{}");
		const after = url.searchParams.get("modified_after");
		if (after === null) return paged(pageOf(url), 40, [fedService(pageOf(url))]);
		const news = after < "2026-11-21" ? [fedService(3, { name: "New name" })] : [];
		return { total_items: news.length, total_pages: news.length, page_number: 1, contents: news };
	});
	const read = await readFeed(address, LIMITS, { since: SINCE });
	expect(read).toMatchObject({ kind: "files", partial: true, empty: false });
	expect(asked.length).toBeLessThan(6);
	const none = await readFeed(address, LIMITS, { since: new Date("2026-11-22T00:00:00Z") });
	expect(none).toMatchObject({ kind: "files", partial: true, empty: true });
});

const whole = (url: URL) => paged(pageOf(url), 2, [fedService(pageOf(url) * 2), fedService(pageOf(url) * 2 + 1)]);
const unknowing: readonly (readonly [string, FeedHandler])[] = [
	["looks past the question", whole],
	[
		"refuses the question",
		(url, response) => (url.searchParams.has("modified_after") ? response.writeHead(400).end("{}") : whole(url)),
	],
	[
		"gives news it cannot tell in full",
		(url) => {
			const after = url.searchParams.get("modified_after");
			if (after === null) return whole(url);
			const news = after.startsWith("2999") ? [] : [{ id: "gone", name: "Gone" }];
			return { total_items: news.length, total_pages: 1, page_number: 1, contents: news };
		},
	],
];
test.each(unknowing)("a feed that %s is read whole", async (_what, handler) => {
	const { address } = await serve((url, response) =>
		url.pathname === "/services" ? handler(url, response) : response.writeHead(404).end("{}"),
	);
	const read = await readFeed(address, LIMITS, { since: SINCE });
	expect(read).not.toHaveProperty("partial");
	expect(read.kind === "files" && JSON.parse(read.files.get("services.json") ?? "").contents).toHaveLength(4);
});
