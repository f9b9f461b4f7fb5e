import { request } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createDependencies } from "#dependencies/create-dependencies.ts";
import { readEnv } from "#env.ts";
import { startServer } from "#server.ts";
import { migratedDatabase, type TestDatabase } from "#tests/support/database.ts";
import { fixedClock } from "#tests/support/test-app.ts";

let database: TestDatabase;
let server: Awaited<ReturnType<typeof startServer>>;
beforeAll(async () => {
	database = await migratedDatabase();
	const deps = createDependencies({ url: database.url }, { clock: fixedClock() });
	server = await startServer(deps, readEnv({ PORT: "0", TRUSTED_PROXY: "1" }), "dist/public", "127.0.0.1");
});
afterAll(async () => {
	await server.close();
	await database.close();
});

/** Asks with an address as it stands: no library puts it right on its way. */
function ask(path: string, headers: Readonly<Record<string, string>> = {}, method = "GET") {
	return new Promise<{
		readonly status: number;
		readonly text: string;
		readonly headers: NodeJS.Dict<string | string[]>;
	}>((resolve, reject) => {
		const asked = request({ host: "127.0.0.1", port: server.port, path, headers, method, agent: false }, (answer) => {
			const parts: Buffer[] = [];
			answer.on("data", (part: Buffer) => parts.push(part));
			answer.on("end", () =>
				resolve({
					status: answer.statusCode ?? 0,
					text: Buffer.concat(parts).toString("utf8"),
					headers: answer.headers,
				}),
			);
		});
		asked.on("error", reject);
		asked.end();
	});
}

const WAYS_OUT = [
	...[
		"/../package.json",
		"/assets/../../package.json",
		"/assets/../../../package.json",
		"/assets/./../../package.json",
	],
	...["/assets/%2e%2e/%2e%2e/package.json", "/assets/..%2f..%2fpackage.json", "/assets/%2e%2e%2f%2e%2e%2fpackage.json"],
	...[
		"/assets/..%5c..%5cpackage.json",
		"/assets/....//....//package.json",
		"/assets/%252e%252e/%252e%252e/package.json",
	],
	...["/embed/../../package.json", "/embed/%2e%2e/%2e%2e/package.json", "/embed/..%2f..%2f.data/fingerpost.db"],
	...["/assets//etc/passwd", "//etc/passwd", "/assets/%00../../package.json", "/assets/..;/..;/package.json"],
	...["/.env", "/.git/config", "/assets/.git/config", "/package.json", "/src/env.ts", "/wrangler.toml"],
];

test.each(WAYS_OUT)("%s leads to no file of the machine", async (path) => {
	const answer = await ask(path);
	expect([400, 403, 404]).toContain(answer.status);
	expect(answer.text).not.toMatch(/"private": true|^root:|SQLite format|\[core\]|compatibility_date/m);
});

test.each([
	"/%",
	"/%ff",
	"/guide%00",
	"/\\evil.example",
	"//evil.example/guide",
	`/${"a".repeat(12_000)}`,
	"/?%=%",
	"/directory/%",
	"/a b",
])("an address like %j is answered and leads nowhere else", async (path) => {
	const answer = await ask(encodeURI(path) === path || !path.includes(" ") ? path : path.replaceAll(" ", "%20"));
	expect(answer.status).toBeLessThan(500);
	const location = String(answer.headers["location"] ?? "/");
	expect(location).toMatch(/^\/(?![/\\])/);
});

test.each(["TRACE", "PROPFIND", "PUT", "DELETE", "PATCH"])(
	"a %s of a page changes nothing and is not mirrored",
	async (method) => {
		const answer = await ask("/guide", { "x-secret": "mirrored" }, method);
		expect([400, 404, 405, 429, 501]).toContain(answer.status);
		expect(answer.text).not.toContain("mirrored");
	},
);

test("a caller that names its own address is counted by the one that the proxy saw", async () => {
	const statuses: number[] = [];
	for (let tries = 0; tries < 24; tries++) {
		const forwarded = `10.9.${tries}.1, 203.0.113.7`;
		statuses.push(
			(await ask("/listing/x/right", { "x-forwarded-for": forwarded, "content-length": "0" }, "POST")).status,
		);
	}
	expect(statuses.slice(0, 20)).not.toContain(429);
	expect(statuses.slice(-1)).toEqual([429]);
	const other = await ask("/listing/x/right", { "x-forwarded-for": "203.0.113.8", "content-length": "0" }, "POST");
	expect(other.status).not.toBe(429);
});
