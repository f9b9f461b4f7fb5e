import { join } from "node:path";
import { openDatabase, useWriteAheadLog } from "#adapters/libsql/client.ts";
import { migrate } from "#adapters/libsql/migrate.ts";
import { readMigrations } from "#adapters/libsql/migration-files.ts";
import { root } from "#cli/content-files.ts";
import { databaseOf } from "#cli/database-url.ts";
import { type Env, readEnv } from "#env.ts";

/** `npm run migrate`: brings the database of DATABASE_URL (Turso, a council's own server, or a file) up to date. */
export async function migrateDatabase(env: Env, print: (line: string) => void): Promise<boolean> {
	const client = openDatabase(databaseOf(env));
	try {
		await useWriteAheadLog(client);
		const result = await migrate(client, await readMigrations(join(root, "db/migrations")), new Date());
		if (result.kind === "refused") print(`The database was left as it is. ${result.reason}`);
		else if (result.applied.length > 0) print(`Migrated: ${result.applied.join(", ")}`);
		return result.kind === "done";
	} finally {
		client.close();
	}
}

if (import.meta.filename === process.argv[1])
	process.exitCode = (await migrateDatabase(readEnv(process.env), console.log)) ? 0 : 1;
