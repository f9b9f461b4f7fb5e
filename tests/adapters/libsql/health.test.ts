import { describe, expect, test } from "vitest";
import { openDatabase } from "#adapters/libsql/client.ts";
import { createHealth } from "#adapters/libsql/health.ts";
import { databaseKinds, emptyDatabase, migratedDatabase } from "#tests/support/database.ts";

describe.each(databaseKinds)("health of an %s", (kind) => {
	test("misses nothing when the tables are there, and names them when they are not", async () => {
		const ready = await migratedDatabase(kind);
		expect(await createHealth(ready.client).missing()).toEqual([]);
		await ready.close();
		const empty = await emptyDatabase(kind);
		expect(await createHealth(empty.client).missing()).toEqual(["tables"]);
		await empty.close();
	});
});

test("a server that is not there is named, not thrown", async () => {
	const client = openDatabase({ url: "http://127.0.0.1:9" });
	expect(await createHealth(client).missing()).toEqual(["database"]);
});
