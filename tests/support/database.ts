import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { type Database, openDatabase, useWriteAheadLog } from "#adapters/libsql/client.ts";
import { migrate } from "#adapters/libsql/migrate.ts";
import { readMigrations } from "#adapters/libsql/migration-files.ts";
import { startSqld } from "#cli/start-sqld.ts";

/** Every adapter test runs on both: what an embedded file accepts, a libSQL server may refuse. */
export const databaseKinds = ["embedded file", "libSQL server"] as const;
export type DatabaseKind = (typeof databaseKinds)[number];
export type TestDatabase = { readonly client: Database; readonly url: string; readonly close: () => Promise<void> };

/** An empty database, not yet migrated, for one test or one file of tests. */
export async function emptyDatabase(kind: DatabaseKind): Promise<TestDatabase> {
	if (kind === "libSQL server") {
		const server = await startSqld();
		const client = openDatabase({ url: server.url });
		return { client, url: server.url, close: () => closed(client, server.stop) };
	}
	const folder = await mkdtemp(join(tmpdir(), "database-"));
	const url = `file:${join(folder, "test.db")}`;
	const client = openDatabase({ url });
	await useWriteAheadLog(client);
	return { client, url, close: () => closed(client, () => rm(folder, { recursive: true, force: true })) };
}

/** As still as the clock of `test-app.ts`. */
const MIGRATED_AT = new Date("2026-11-24T10:00:00Z");

/** A database with every migration applied. */
export async function migratedDatabase(kind: DatabaseKind = "embedded file"): Promise<TestDatabase> {
	const database = await emptyDatabase(kind);
	const result = await migrate(database.client, await readMigrations("db/migrations"), MIGRATED_AT);
	if (result.kind === "refused") throw new Error(result.reason);
	return database;
}

async function closed(client: Database, after: () => Promise<void>): Promise<void> {
	client.close();
	await after();
}
