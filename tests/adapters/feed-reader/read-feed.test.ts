import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { afterEach, expect, test } from "vitest";
import { checkAddress, FEED_LIMITS } from "#adapters/feed-reader/fetch-politely.ts";
import { readFeed } from "#adapters/feed-reader/read-feed.ts";

const LIMITS = { loopback: true, pause: 1, answerTime: 2000 };
const servers: Server[] = [];
afterEach(() => {
	for (const server of servers.splice(0)) server.close();
});

type Handler = (url: URL, response: ServerResponse, request: IncomingMessage) => unknown;

/** A server on this machine; what the handler returns is sent as JSON. */
async function serve(handler: Handler): Promise<string> {
	const server = createServer((request, response) => {
		const value = handler(new URL(request.url ?? "/", "http://127.0.0.1"), response, request);
		if (response.writableEnded || value === undefined) return;
		response.setHeader("content-type", "application/json");
		response.end(JSON.stringify(value));
	});
	servers.push(server);
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const address = server.address();
	if (typeof address !== "object" || address === null) throw new Error("The server has no port.");
	return `http://127.0.0.1:${address.port}`;
}

const record = (n: number, more: object = {}) => ({
	id: `s${n}`,
	name: `Club ${n}`,
	status: "active",
	organization: { id: "o", name: "H" },
	...more,
});
const page = (number: number, pages: number, contents: readonly unknown[]) => ({
	total_items: pages * 2,
	total_pages: pages,
	page_number: number,
	last_page: number === pages,
	contents,
});
/** Answers by hand; what the handler returns then is nothing. */
function send(
	response: ServerResponse,
	status: number,
	body: string,
	headers: Readonly<Record<string, string>> = {},
): undefined {
	response.writeHead(status, headers).end(body);
}
const notFound = (response: ServerResponse) => send(response, 404, "{}");

/** The services of what was read. */
async function servicesAt(address: string, limits: object = {}): Promise<readonly { id: string; phones?: unknown }[]> {
	const read = await readFeed(address, { ...LIMITS, ...limits });
	if (read.kind !== "files") throw new Error(read.reason);
	return JSON.parse(read.files.get("services.json") ?? "{}").contents;
}

test("every page is read, each service in full, with the taxonomies", async () => {
	const asked: string[] = [];
	const base = await serve((url, response) => {
		asked.push(url.pathname + url.search);
		if (url.pathname === "/v3/services")
			return page(Number(url.searchParams.get("page") ?? 1), 3, [
				record(Number(url.searchParams.get("page") ?? 1) * 2),
				record(Number(url.searchParams.get("page") ?? 1) * 2 + 1),
			]);
		if (url.pathname.startsWith("/v3/services/"))
			return record(Number(url.pathname.slice(14)), { phones: [{ number: "01632 960001" }] });
		if (url.pathname === "/v3/taxonomy_terms") return page(1, 1, [{ id: "t", name: "Play", parent_id: null }]);
		if (url.pathname === "/v3") return { version: "HSDS-UK-3.0", profile: "x", openapi_url: "y" };
		return notFound(response);
	});
	const services = await servicesAt(`${base}/v3`);
	expect(services.map((service) => service.id)).toEqual(["s2", "s3", "s4", "s5", "s6", "s7"]);
	expect(services.every((service) => service.phones !== undefined)).toBe(true);
	const read = await readFeed(`${base}/v3/services`, LIMITS);
	expect(read.kind === "files" && [...read.files.keys()]).toEqual(["services.json", "taxonomy_terms.json"]);
	expect(asked.filter((path) => path.startsWith("/v3/services/s"))).toHaveLength(12);
});

test("records that come whole are not asked for one by one", async () => {
	let requests = 0;
	const base = await serve((url, response) => {
		requests += 1;
		if (url.pathname !== "/services") return notFound(response);
		return page(1, 1, [record(1, { contacts: [{ name: "Pat" }] }), record(2)]);
	});
	expect(await servicesAt(`${base}/services`)).toHaveLength(2);
	expect(requests).toBeLessThanOrEqual(4);
});

test("pages that count from nought are all read", async () => {
	const base = await serve((url) => {
		const number = Number(url.searchParams.get("page") ?? 0);
		return {
			totalElements: 2,
			totalPages: 2,
			number,
			first: number === 0,
			last: number === 1,
			content: number > 1 ? [] : [record(number, { phones: [{}] })],
		};
	});
	const read = await readFeed(`${base}/services`, LIMITS);
	expect(
		read.kind === "files" &&
			JSON.parse(read.files.get("services.json") ?? "").content.map((each: { id: string }) => each.id),
	).toEqual(["s0", "s1"]);
});

test("a feed that refuses parameters it does not know is asked without them", async () => {
	const base = await serve((url, response) => {
		if (!url.searchParams.has("full")) return page(1, 1, [record(1, { phones: [{}] })]);
		return send(response, 400, "{}");
	});
	expect(await servicesAt(`${base}/services`)).toHaveLength(1);
});

test("a file at an address is read as it stands", async () => {
	const base = await serve((_url, response) => send(response, 200, "import_id,name\n1,Club\n"));
	const read = await readFeed(`${base}/data/services.csv`, LIMITS);
	expect(read.kind === "files" && Object.fromEntries(read.files)).toEqual({
		"services.csv": "import_id,name\n1,Club\n",
	});
});

const isSecond = (url: URL) => url.searchParams.get("page") === "2";
const whole = { phones: [{}] };
const hostile: readonly (readonly [string, Handler, string])[] = [
	["a web page", (_url, response) => send(response, 200, "<!doctype html>"), "is a web page"],
	[
		"an error half-way",
		(url, response) => (isSecond(url) ? send(response, 500, "no") : page(1, 3, [record(1, whole), record(2)])),
		"answered 500",
	],
	[
		"pages that never end",
		(url) => ({ last_page: false, contents: [record(Number(url.searchParams.get("page") ?? 0), whole)] }),
		"more than 20 pages",
	],
	["the same page again and again", () => page(1, 9, [record(1, whole)]), "same records again"],
	[
		"more than the size bound",
		() => page(1, 1, [record(1, { description: "x".repeat(200_000), ...whole })]),
		"larger than",
	],
	[
		"a page that breaks off",
		(url, response) => (isSecond(url) ? send(response, 200, '{"contents":[{"id') : page(1, 3, [record(1, whole)])),
		"is not a page of a list",
	],
	["a server that never answers", () => undefined, "did not answer in time"],
	[
		"a redirect to another host",
		(_url, response) => send(response, 302, "", { location: "http://localhost:9/services" }),
		"sends its readers on to localhost:9",
	],
	["redirects in a circle", (url, response) => send(response, 302, "", { location: url.pathname }), "in circles"],
	[
		"details that are mostly missing",
		(url, response) => {
			if (url.pathname === "/services")
				return page(
					1,
					1,
					[1, 2, 3, 4].map((n) => record(n)),
				);
			return url.pathname === "/services/s1" ? record(1, whole) : notFound(response);
		},
		"could not be read in full",
	],
];

test.each(hostile)("%s ends the reading with the reason, and nothing is kept", async (_what, handler, reason) => {
	const base = await serve(handler);
	const read = await readFeed(`${base}/services`, { ...LIMITS, pages: 20, bytes: 100_000, answerTime: 300 });
	expect(read).toMatchObject({ kind: "failed", reason: expect.stringContaining(reason) });
});

test("an answer that is better a moment later is waited for", async () => {
	let tries = 0;
	const base = await serve((_url, response) => {
		tries += 1;
		if (tries > 1) return page(1, 1, [record(1, { phones: [{}] })]);
		return send(response, 503, "busy");
	});
	expect(await servicesAt(`${base}/services`)).toHaveLength(1);
});

test.each([
	"http://feed.example.org/",
	"https://10.0.0.8/",
	"https://127.0.0.1/",
	"https://[fd00::1]/",
	"https://169.254.169.254/",
	"ftp://feed.example.org/",
	"https://pat:pw@93.184.216.34/",
])("%s is not read in production", async (address) => {
	await expect(checkAddress(new URL(address), FEED_LIMITS)).rejects.toThrow();
});

test("an open address by https is read in production", async () => {
	await expect(checkAddress(new URL("https://93.184.216.34/services"), FEED_LIMITS)).resolves.toBeUndefined();
});

const looked = (addresses: readonly string[]) => ({ ...FEED_LIMITS, addressesOf: async () => addresses });

test("a name that leads inside, even with one of its addresses, is not read", async () => {
	const url = new URL("https://feed.example.org/services");
	await expect(checkAddress(url, looked(["10.0.0.8"]))).rejects.toThrow("not on the open internet");
	await expect(checkAddress(url, looked(["93.184.216.34", "::1"]))).rejects.toThrow("not on the open internet");
	await expect(checkAddress(url, looked([]))).rejects.toThrow("no server called");
	await expect(checkAddress(url, looked(["93.184.216.34"]))).resolves.toBeUndefined();
});

test("where names cannot be looked up, local names and written addresses are refused all the same", async () => {
	for (const host of [
		"localhost",
		"intranet",
		"printer.local",
		"db.internal",
		"0x7f.1",
		"[::ffff:10.0.0.1]",
		"localhost.",
	])
		await expect(checkAddress(new URL(`https://${host}/`), FEED_LIMITS)).rejects.toThrow("not on the open internet");
	await expect(checkAddress(new URL("https://feed.example.org/"), FEED_LIMITS)).resolves.toBeUndefined();
});

test("the site's own feed is not read back in, wherever that is", async () => {
	const limits = { ...looked(["93.184.216.34"]), loopback: true, ownHost: "help.example.org" };
	await expect(checkAddress(new URL("https://help.example.org/oruk/v3/demo"), limits)).rejects.toThrow("itself");
});
