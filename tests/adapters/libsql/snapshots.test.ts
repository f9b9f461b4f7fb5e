import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createAreas } from "#adapters/libsql/areas.ts";
import { createSnapshots } from "#adapters/libsql/snapshots.ts";
import { databaseKinds, migratedDatabase, type TestDatabase } from "#tests/support/database.ts";

const at = new Date("2026-03-02T09:00:00Z");

describe.each(databaseKinds)("snapshots on an %s", (kind) => {
	let database: TestDatabase;
	beforeAll(async () => {
		database = await migratedDatabase(kind);
		for (const slug of ["a", "b", "c"])
			await createAreas(database.client).save({ slug, name: slug, demonstration: true });
	});
	afterAll(() => database.close());

	test("there is none until one is published", async () => {
		const snapshots = createSnapshots(database.client);
		expect(await snapshots.version("c")).toBeNull();
		expect(await snapshots.load("c")).toBeNull();
	});

	test("the newest comes back byte for byte, and versions count up for each area alone", async () => {
		const snapshots = createSnapshots(database.client);
		expect(await snapshots.publish("a", Uint8Array.of(1, 2, 3), "one", at)).toBe(1);
		expect(await snapshots.publish("a", Uint8Array.of(0, 255), "two", at)).toBe(2);
		expect(await snapshots.publish("b", Uint8Array.of(9), "other", at)).toBe(1);
		expect(await snapshots.load("a")).toEqual({ version: 2, bytes: Uint8Array.of(0, 255), checksum: "two" });
		expect(await snapshots.version("a")).toBe(2);
	});

	test("a snapshot may be larger than any value or answer of the server", async () => {
		const snapshots = createSnapshots(database.client);
		const bytes = Uint8Array.from({ length: 12_345_678 }, (_, n) => (n * 31) % 251);
		await snapshots.publish("b", bytes, "large", at);
		const loaded = await snapshots.load("b");
		expect(loaded?.bytes.length).toBe(bytes.length);
		expect(Buffer.compare(loaded?.bytes ?? new Uint8Array(), bytes)).toBe(0);
	}, 30_000);

	test("publications at the same time get versions of their own", async () => {
		const snapshots = createSnapshots(database.client);
		const versions = await Promise.all([1, 2, 3].map((n) => snapshots.publish("c", Uint8Array.of(n), String(n), at)));
		expect(versions.toSorted()).toEqual([1, 2, 3]);
		expect((await snapshots.load("c"))?.version).toBe(3);
	});

	test("old versions go", async () => {
		const snapshots = createSnapshots(database.client);
		const later = new Date(at.getTime() + 2 * 3_600_000);
		for (let n = 0; n < 5; n++) await snapshots.publish("a", Uint8Array.of(n), String(n), later);
		const count = async (sql: string) => (await database.client.execute(sql)).rows[0]?.n;
		expect(await count("SELECT count(*) AS n FROM snapshots WHERE area = 'a'")).toBe(2);
		expect(await count("SELECT count(*) AS n FROM snapshot_pieces WHERE written_at = 0")).toBe(0);
	});
});
