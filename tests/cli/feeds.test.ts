import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { main } from "#cli/feeds.ts";
import { createDependencies } from "#dependencies/create-dependencies.ts";
import { migratedDatabase, type TestDatabase } from "#tests/support/database.ts";
import { type FeedServer, fedService, feedServer, onePage } from "#tests/support/feed-server.ts";

let database: TestDatabase;
let server: FeedServer;
let records: readonly unknown[];
beforeEach(async () => {
	records = [fedService(1), fedService(2, { name: "<b>Chess</b> club", url: "www.chess.example.org" })];
	database = await migratedDatabase();
	server = await feedServer((url, response) => {
		if (url.pathname === "/services") return onePage(records);
		if (url.pathname === "/other/services") return onePage([fedService(9, { name: "Club 1." })]);
		return response.writeHead(404).end("{}");
	});
});
afterEach(async () => {
	await server.close();
	await database.close();
});

async function feeds(...argv: readonly string[]) {
	const lines: string[] = [];
	const open = async () =>
		createDependencies({ url: database.url }, { feedLimits: { loopback: true, pause: 1, answerTime: 2000 } });
	const code = await main(argv, { print: (line) => lines.push(line), open, production: false });
	return { code, text: lines.join("\n") };
}
const add = (path = "/services") => feeds("add", "--area", "west-sussex", "--from", `${server.base}${path}`);

test("a feed is added with its area, listed, run, and its run reported", async () => {
	expect(await add()).toMatchObject({ code: 0, text: expect.stringContaining("West Sussex is a new area") });
	expect((await feeds("list")).text).toContain("every 24 hours");
	const run = await feeds("run", "--area", "west-sussex");
	expect(run).toMatchObject({ code: 0, text: expect.stringContaining("2 new") });
	expect(run.text).toContain("published");
	expect((await feeds("report", "--area", "west-sussex")).text).toContain("created 2");
});

test("the report as CSV holds counts, what was mended and why a run was refused", async () => {
	await add();
	await feeds("run", "--area", "west-sussex");
	records = [];
	expect((await feeds("run", "--area", "west-sussex")).code).toBe(1);
	const file = join(await mkdtemp(join(tmpdir(), "report-")), "runs.csv");
	await feeds("report", "--area", "west-sussex", "--csv", file);
	const lines = (await readFile(file, "utf8")).split("\r\n");
	for (const part of [",count,,created,2", ",mended,", ",refused,reason,"])
		expect(lines.some((line) => line.includes(part))).toBe(true);
});

test("a feed that was stopped is read no more, and its services stay", async () => {
	await add();
	await feeds("run", "--area", "west-sussex");
	await feeds("stop", "--area", "west-sussex", "--from", `${server.base}/services`);
	expect((await feeds("run", "--area", "west-sussex")).text).toContain("No feed is due");
	expect((await feeds("duplicates", "--area", "west-sussex")).text).toContain("among 2 services");
	expect((await feeds("stop", "--area", "west-sussex", "--from", "https://else.example.org/")).code).toBe(1);
});

test("records of two feeds that seem one are shown, and none is merged", async () => {
	await add();
	await feeds("run", "--area", "west-sussex");
	await add("/other/services");
	await feeds("run", "--area", "west-sussex");
	const found = await feeds("duplicates", "--area", "west-sussex");
	expect(found.text).toContain("1 pair among");
	expect(found.text).toContain("name, phone");
	expect((await feeds("duplicates", "--area", "west-sussex")).text).toBe(found.text);
});

test("what readers report is listed by service", async () => {
	await add();
	const deps = createDependencies({ url: database.url }, { feedLimits: { loopback: true, pause: 1 } });
	await feeds("run", "--area", "west-sussex");
	const [service] = await deps.directory.publishable("west-sussex");
	await deps.serviceReports.add("west-sussex", service?.id ?? "", "closed", "2026-11-24");
	expect((await feeds("reports", "--area", "west-sussex")).text).toContain("It has closed (last on 2026-11-24)");
});

test.each([
	[["fly"], "is no command"],
	[["add", "--area", "demo"], "--from is missing"],
	[["add", "--area", "Demo!", "--from", "https://a.example.org"], "cannot be an area"],
	[["add", "--area", "demo", "--from", "feed.example.org"], "no address"],
	[["add", "--area", "demo", "--from", "ftp://feed.example.org"], "not https"],
	[["add", "--area", "demo", "--from", "https://a.example.org", "--every", "0"], "whole hours"],
	[["allow", "--area", "demo", "--run", "x"], "a run's number"],
	[["list", "--colour"], "--colour"],
])("%j is refused with what to write instead", async (argv, said) => {
	expect(await feeds(...argv)).toMatchObject({ code: 2, text: expect.stringContaining(said) });
});

test("http is not taken in production", async () => {
	const lines: string[] = [];
	const io = { print: (line: string) => lines.push(line), open: async () => null, production: true };
	expect(await main(["add", "--area", "demo", "--from", "http://127.0.0.1/services"], io)).toBe(2);
	expect(lines.join()).toContain("not https");
});
