import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createDependencies } from "#dependencies/create-dependencies.ts";
import type { Dependencies } from "#ports.ts";
import { decideMerge } from "#services/decide-merge.ts";
import { runFeeds } from "#services/run-feeds.ts";
import { migratedDatabase, type TestDatabase } from "#tests/support/database.ts";
import { type FeedHandler, type FeedServer, fedService, feedServer, onePage } from "#tests/support/feed-server.ts";

const HOUR = 3_600_000;
const START = Date.parse("2026-11-24T10:00:00Z");
const LIMITS = { loopback: true, pause: 1, answerTime: 2000, pages: 20, bytes: 8_000_000 };

let database: TestDatabase;
let server: FeedServer;
let answer: FeedHandler;
let now: number;
let deps: Dependencies;
beforeEach(async () => {
	now = START;
	answer = (url) => (url.pathname === "/services" ? onePage(clubs(20)) : notFound);
	database = await migratedDatabase();
	server = await feedServer((url, response) => {
		const value = answer(url, response);
		if (value !== notFound) return value;
		response.writeHead(404).end("{}");
		return undefined;
	});
	deps = dependencies();
	await deps.areas.save({ slug: "demo", name: "Demo", demonstration: true });
	await deps.feedRegister.add("demo", `${server.base}/services`, 24, new Date(now));
});
afterEach(async () => {
	await server.close();
	await database.close();
});

const notFound = Symbol("not found");
const clubs = (many: number, more: object = {}) => Array.from({ length: many }, (_, n) => fedService(n + 1, more));
const serving = (list: unknown) => {
	answer = (url) => (url.pathname === "/services" ? onePage(list) : notFound);
};
function dependencies(): Dependencies {
	return createDependencies({ url: database.url }, { clock: { now: () => new Date(now) }, feedLimits: LIMITS });
}
/** Runs what is due a day later. */
async function nextDay() {
	now += 24 * HOUR;
	return runFeeds(deps);
}
const kinds = (outcomes: Awaited<ReturnType<typeof runFeeds>>) => outcomes.map(({ result }) => result.kind);
/** All that the area holds, to the last byte, with what a missing record would count up. */
async function everything() {
	const tables = ["services", "organizations", "locations", "phones", "areas", "tombstones"];
	const held = await Promise.all(
		tables.map((table) => database.client.execute(`SELECT * FROM ${table} ORDER BY 1, 2`)),
	);
	return JSON.stringify(held.map(({ rows }) => rows));
}

test("a feed that is due is read once; until it is due again nothing is asked", async () => {
	expect(kinds(await runFeeds(deps))).toEqual(["imported"]);
	expect(await deps.directory.publishable("demo")).toHaveLength(20);
	expect(await runFeeds(deps)).toEqual([]);
	const before = await everything();
	expect(await nextDay()).toMatchObject([{ result: { kind: "imported", counts: { unchanged: 20 } } }]);
	expect(await everything()).toBe(before);
});

test("of runs that start at once only one reads a feed", async () => {
	const outcomes = await Promise.all(Array.from({ length: 5 }, () => runFeeds(dependencies())));
	expect(outcomes.flat()).toHaveLength(1);
	expect(await deps.feedRegister.runs("demo")).toHaveLength(1);
});

test("a run that died lets the feed go after half an hour", async () => {
	expect(await deps.feedRegister.claim(null, new Date(now))).not.toBeNull();
	expect(await runFeeds(deps)).toEqual([]);
	now += HOUR / 2;
	expect(kinds(await runFeeds(deps))).toEqual(["imported"]);
});

test("a service goes when two runs in a row did not hold it", async () => {
	await runFeeds(deps);
	serving(clubs(18));
	expect(await nextDay()).toMatchObject([{ result: { counts: { missing: 2, deleted: 0 } } }]);
	expect(await nextDay()).toMatchObject([{ result: { counts: { missing: 2, deleted: 2, heldBack: 0 } } }]);
	expect(await deps.directory.publishable("demo")).toHaveLength(18);
});

test("more than a fifth goes only after a person's yes, which counts for what was held back, once", async () => {
	await runFeeds(deps);
	serving(clubs(12));
	await nextDay();
	expect(await nextDay()).toMatchObject([{ result: { counts: { deleted: 0, heldBack: 8 } } }]);
	const [run] = await deps.feedRegister.runs("demo");
	const key = run?.key ?? 0;
	expect((await deps.feedRegister.notes(key)).heldBack).toHaveLength(8);
	expect(await deps.feedRegister.allow("demo", 9999, new Date(now))).toBe("unknown");
	expect(await deps.feedRegister.allow("elsewhere", key, new Date(now))).toBe("unknown");
	expect(await deps.feedRegister.allow("demo", key - 1, new Date(now))).toBe("nothing held back");
	expect(await deps.feedRegister.allow("demo", key, new Date(now))).toBe("allowed");
	// Since then the feed has lost more, which nobody has allowed.
	serving(clubs(5));
	expect(await runFeeds(deps)).toMatchObject([{ result: { counts: { missing: 15, deleted: 8 } } }]);
	expect(await nextDay()).toMatchObject([{ result: { counts: { missing: 7, deleted: 0, heldBack: 7 } } }]);
	expect(await deps.directory.publishable("demo")).toHaveLength(12);
});

test("a failed feed is tried again after an hour, then two, and is well again when it answers", async () => {
	answer = (_url, response) => response.writeHead(404).end("gone");
	expect(kinds(await runFeeds(deps))).toEqual(["refused"]);
	now += HOUR;
	expect(kinds(await runFeeds(deps))).toEqual(["refused"]);
	now += HOUR;
	expect(await runFeeds(deps)).toEqual([]);
	now += HOUR;
	serving(clubs(3));
	expect(kinds(await runFeeds(deps))).toEqual(["imported"]);
	expect(await deps.feedRegister.list("demo")).toMatchObject([{ failures: 0, dueAt: new Date(now + 24 * HOUR) }]);
});

test("one broken feed does not keep the others from being read", async () => {
	await deps.feedRegister.add("demo", `${server.base}/nothing`, 24, new Date(now - HOUR));
	expect(kinds(await runFeeds(deps))).toEqual(["refused", "imported"]);
});

const page = (url: URL) => Number(url.searchParams.get("page") ?? 1);
const hostile: readonly (readonly [string, FeedHandler, RegExp])[] = [
	["HTML instead of JSON", (_url, response) => response.end("<!doctype html><title>Sorry</title>"), /web page/],
	[
		"an error half-way",
		(url, response) =>
			page(url) === 2
				? response.writeHead(500).end("no")
				: { total_items: 30, total_pages: 3, page_number: 1, contents: clubs(10, { name: "Changed" }) },
		/answered 500/,
	],
	[
		"endless pages",
		(url) => ({ last_page: false, contents: [fedService(1000 + page(url), { name: "Flood" })] }),
		/more than 20 pages/,
	],
	["far too much", () => onePage(clubs(20, { description: "x".repeat(500_000) })), /larger than 8 MB/],
	[
		"wrong types",
		() => onePage(clubs(20).map((club) => ({ ...club, id: { no: 1 }, name: [7], status: 9, organization: "?" }))),
		/could be taken|could not be taken/,
	],
	["a list of no records", () => onePage([1, "two", null, [], true]), /\w/],
	["no list at all", () => onePage({ sorry: "maintenance" }), /\w/],
	[
		"script in descriptions",
		() => onePage(clubs(20, { description: "Hi <script src=//evil.example.org></script>" })),
		/holds script/,
	],
	["a handler in a tag", () => onePage(clubs(20, { description: 'x <img src=x onerror="alert(1)">' })), /holds script/],
	["a script in a link", () => onePage(clubs(20, { url: "JavaScript:alert(1)" })), /holds script/],
	[
		"10,000 duplicate ids",
		() => onePage(Array.from({ length: 10_000 }, (_, n) => ({ ...fedService(1), name: `Copy ${n}`, phones: [{}] }))),
		/id that another has already/,
	],
	["an empty feed", () => onePage([]), /\w/],
	[
		"a redirect to another host",
		(_url, response) => response.writeHead(302, { location: "http://localhost:9/services" }).end(),
		/sends its readers on/,
	],
];

describe.each(hostile)("%s", (_what, handler, reason) => {
	test("leaves the directory exactly as it was, with the reason recorded", async () => {
		await runFeeds(deps);
		const before = await everything();
		answer = (url, response) => (url.pathname === "/services" ? handler(url, response) : notFound);
		const [outcome] = await nextDay();
		expect(outcome?.result.kind).toBe("refused");
		expect(await everything()).toBe(before);
		const [run] = await deps.feedRegister.runs("demo");
		expect(run?.outcome).toBe("refused");
		expect(run?.reason).toMatch(reason);
		// And when it is well again it is read as if nothing had been.
		serving(clubs(20));
		expect(await nextDay()).toMatchObject([{ result: { kind: "imported", counts: { unchanged: 20 } } }]);
	}, 30_000);
});

test("a feed that tells what is new is read whole once a week, and loses nothing in between", async () => {
	let all = clubs(20);
	const asked: string[] = [];
	answer = (url) => {
		if (url.pathname !== "/services") return notFound;
		const after = url.searchParams.get("modified_after");
		asked.push(after ?? "whole");
		return onePage(after === null ? all : after < "2027" ? all.slice(0, 1) : []);
	};
	await runFeeds(deps);
	all = clubs(19, { description: "Changed for everyone." });
	expect(await nextDay()).toMatchObject([{ result: { counts: { updated: 1, missing: 0 } } }]);
	expect(await deps.directory.publishable("demo")).toHaveLength(20);
	for (let day = 2; day < 7; day++) await nextDay();
	expect(await nextDay()).toMatchObject([{ result: { counts: { updated: 18, missing: 1, deleted: 0 } } }]);
	// Something is missing, so the next run looks at the whole again.
	expect(await nextDay()).toMatchObject([{ result: { counts: { missing: 1, deleted: 1 } } }]);
	expect(asked.filter((after) => after.startsWith("2026"))).toHaveLength(6);
});

test("what only says what is new does not bring a secret place to light", async () => {
	const place = (id: number, masked: boolean) => ({
		id: `00000000-0000-4000-8000-${(id + 9000).toString(16).padStart(12, "0")}`,
		location: {
			...{ id: "00000000-0000-4000-8000-00000000aaaa", location_type: "physical", name: "House", latitude: 51.5 },
			...{
				longitude: -0.1,
				masked,
				addresses: [{ address_1: "1 Hidden Lane", city: "Zedton", postal_code: "ZZ1 1AA" }],
			},
		},
	});
	const [refuge, club] = [
		fedService(1, { service_at_locations: [place(1, true)] }),
		fedService(2, { service_at_locations: [place(2, false)] }),
	];
	answer = (url) => {
		const after = url.searchParams.get("modified_after");
		if (url.pathname !== "/services") return notFound;
		return onePage(
			after === null ? [refuge, club] : after < "2027" ? [{ ...club, description: "Moved to Tuesdays." }] : [],
		);
	};
	await runFeeds(deps);
	expect(await nextDay()).toMatchObject([{ result: { counts: { updated: 1 } } }]);
	expect(JSON.stringify((await deps.feed.services("demo", { page: 1, perPage: 10 })).items)).not.toMatch(
		/Hidden|51\.5/,
	);
});

test("records of two feeds that look like one service are put before the desk, and the one that goes stays away", async () => {
	const other = `${server.base}/other`;
	await deps.feedRegister.add("demo", other, 24, new Date(now));
	answer = (url) => {
		if (url.pathname === "/services") return onePage([fedService(1, { name: "Riverside toddler group" })]);
		if (url.pathname === "/other") return onePage([fedService(2, { name: "Riverside Toddler Groups" })]);
		return notFound;
	};
	await runFeeds(deps);
	const [proposal] = await deps.mergeProposals.list("demo", "open");
	expect(proposal).toMatchObject({ because: ["name", "phone"] });
	const pair = [proposal?.service ?? "", proposal?.other ?? ""] as const;
	const decide = (keep: string | null) =>
		decideMerge(deps, { area: "demo", services: pair, keep, by: "editor@example.org" });
	expect(await decide("elsewhere")).toBe("unknown");
	expect(await decide(pair[0])).toBe("merged");
	expect(await decide(null)).toBe("unknown");
	await nextDay();
	expect((await deps.directory.publishable("demo")).map(({ id }) => id)).toEqual([pair[0]]);
	expect(await deps.mergeProposals.list("demo", "open")).toEqual([]);
});
