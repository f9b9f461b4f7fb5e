import { createServer } from "node:http";
import { expect, test } from "vitest";
import { openDatabase } from "#adapters/libsql/client.ts";

test.each([
	["a server that is not there", "http://127.0.0.1:9"],
	["a file that cannot be opened", "file:/nowhere/at/all/test.db"],
	["an address of no database", "gopher://127.0.0.1/x"],
])("%s can be named at the start, and is out of reach only when it is asked", async (_, url) => {
	const database = openDatabase({ url });
	await expect(database.execute("SELECT 1")).rejects.toMatchObject({ code: "UNAVAILABLE" });
	await expect(database.batch(["SELECT 1"], "write")).rejects.toMatchObject({ code: "UNAVAILABLE" });
	database.close();
});

test.each([
	[500, "oops"],
	[401, "no"],
	[200, "<html>a captive portal</html>"],
])("an answer of %i that is not a database's is a database out of reach", async (status, body) => {
	const server = createServer((_, response) => response.writeHead(status, { "content-type": "text/html" }).end(body));
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const address = server.address();
	const port = typeof address === "object" ? address?.port : undefined;
	const database = openDatabase({ url: `http://127.0.0.1:${port}` });
	await expect(database.execute("SELECT 1")).rejects.toMatchObject({ code: "UNAVAILABLE" });
	server.close();
});

test("a statement that the database refuses is our mistake, not its absence", async () => {
	const database = openDatabase({ url: "file::memory:" });
	await expect(database.execute("SELECT nothing FROM nowhere")).rejects.toMatchObject({ code: "SQLITE_ERROR" });
});
