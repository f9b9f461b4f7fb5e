import { createServer, type ServerResponse } from "node:http";
import { afterEach, expect, test } from "vitest";
import { createPostcodesIo } from "#adapters/places/postcodes-io.ts";

const closing: (() => void)[] = [];
afterEach(() => {
	for (const close of closing.splice(0)) close();
});

/** A server on this machine that answers as told, and the paths it was asked for. */
async function lookupAgainst(answer: (response: ServerResponse) => void) {
	const asked: string[] = [];
	const server = createServer((request, response) => {
		asked.push(request.url ?? "");
		answer(response);
	});
	await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
	closing.push(() => {
		server.closeAllConnections();
		server.close();
	});
	const address = server.address();
	if (address === null || typeof address === "string") throw new Error("no port");
	const time = { now: 0 };
	const lookup = createPostcodesIo(`http://127.0.0.1:${address.port}/`, { now: () => new Date(time.now) });
	return { lookup, asked, time };
}
const json = (status: number, body: unknown) => (response: ServerResponse) =>
	response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
const CHISWICK = {
	status: 200,
	result: {
		postcode: "W4 1TF",
		country: "England",
		latitude: 51.4907,
		longitude: -0.2555,
		codes: { admin_district: "E09000018", admin_county: "E99999999" },
	},
};

test("a postcode that it knows comes back with district, nation and point", async () => {
	const { lookup, asked } = await lookupAgainst(json(200, CHISWICK));
	expect(await lookup("W4 1TF")).toEqual({
		district: "E09000018",
		nation: "england",
		point: { latitude: 51.4907, longitude: -0.2555 },
	});
	expect(asked).toEqual(["/postcodes/W4%201TF"]);
});

test("a place without coordinates has no point", async () => {
	const jersey = { result: { latitude: null, longitude: null, codes: { admin_district: "L99999999" } } };
	const { lookup } = await lookupAgainst(json(200, jersey));
	expect(await lookup("JE2 4WD")).toEqual({ district: "L99999999", nation: "jersey", point: null });
});

test("a postcode that it does not know is no failure: the next is asked for", async () => {
	const { lookup, asked } = await lookupAgainst(json(404, { status: 404, error: "Postcode not found" }));
	expect(await lookup("W4 1TF")).toBeNull();
	expect(await lookup("W4 1TG")).toBeNull();
	expect(asked).toHaveLength(2);
});

test.each([
	["an error", json(500, {})],
	["a page", (response: ServerResponse) => response.end("<html>")],
	["another shape", json(200, { result: { latitude: "north" } })],
	["a closed line", (response: ServerResponse) => response.destroy()],
	[
		"a way elsewhere",
		(response: ServerResponse) => response.writeHead(302, { location: "https://example.org/" }).end(),
	],
])("%s fails softly, and rests half a minute before anybody is asked again", async (_what, answer) => {
	const { lookup, asked, time } = await lookupAgainst(answer);
	expect(await lookup("W4 1TF")).toBeNull();
	time.now = 29_000;
	expect(await lookup("W4 1TF")).toBeNull();
	expect(asked).toHaveLength(1);
	time.now = 31_000;
	await lookup("W4 1TF");
	expect(asked).toHaveLength(2);
});

test("a server that never answers keeps nobody waiting", async () => {
	const { lookup } = await lookupAgainst(() => {});
	const from = performance.now();
	expect(await lookup("W4 1TF")).toBeNull();
	expect(performance.now() - from).toBeLessThan(4_000);
});
