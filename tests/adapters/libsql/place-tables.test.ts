import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createPlaceTables } from "#adapters/libsql/place-tables.ts";
import { databaseKinds, migratedDatabase, type TestDatabase } from "#tests/support/database.ts";

const at = new Date("2026-11-22T09:00:00Z");

describe.each(databaseKinds)("the table of postcodes on an %s", (kind) => {
	let database: TestDatabase;
	beforeAll(async () => {
		database = await migratedDatabase(kind);
	});
	afterAll(() => database.close());

	test("there is none until one is published, then the newest comes back byte for byte, packed meanwhile", async () => {
		const tables = createPlaceTables(database.client);
		expect(await tables.version()).toBeNull();
		expect(await tables.load()).toBeNull();
		const bytes = Uint8Array.from({ length: 300_000 }, (_, index) => index % 7);
		const first = await tables.publish(bytes, "first.csv", at);
		expect(first.version).toBe(1);
		expect(first.size).toBeLessThan(10_000);
		expect(await tables.load()).toEqual({ version: 1, bytes });
		expect((await tables.publish(Uint8Array.of(1, 0, 255), "second.csv", at)).version).toBe(2);
		expect(await tables.version()).toBe(2);
		expect(await tables.load()).toEqual({ version: 2, bytes: Uint8Array.of(1, 0, 255) });
	});

	test("two published at once get versions of their own, and old ones go", async () => {
		const tables = createPlaceTables(database.client);
		const published = await Promise.all([3, 4, 5].map((byte) => tables.publish(Uint8Array.of(byte), "x", at)));
		expect(new Set(published.map(({ version }) => version)).size).toBe(3);
		const { rows } = await database.client.execute("SELECT count(*) AS n FROM place_tables");
		expect(rows[0]?.n).toBe(2);
	});
});
