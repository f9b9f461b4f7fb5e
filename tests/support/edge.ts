import { existsSync } from "node:fs";
import { openDatabase } from "#adapters/libsql/client.ts";
import { migrate } from "#adapters/libsql/migrate.ts";
import { readMigrations } from "#adapters/libsql/migration-files.ts";
import { seedDemo } from "#cli/seed.ts";
import { startSqld } from "#cli/start-sqld.ts";
import { BUNDLE, startWorkerd } from "#cli/start-workerd.ts";
import { createDependencies } from "#dependencies/create-dependencies.ts";
import { TEST_KEYS } from "#tests/support/test-app.ts";

export type Edge = {
	readonly request: (path: string, init?: RequestInit) => Promise<Response>;
	/** Takes the database away under the running Worker, and brings it back. */
	readonly stopDatabase: () => Promise<void>;
	readonly databaseUrl: string;
	readonly close: () => Promise<void>;
};

/** The production bundle inside workerd, against a real libSQL server with the demonstration in it. It can reach nothing else. */
export async function startEdge(bindings: Readonly<Record<string, string>> = {}): Promise<Edge> {
	if (!existsSync(BUNDLE)) throw new Error(`There is no ${BUNDLE}. Run npm test, which builds it.`);
	const database = await startSqld();
	const client = openDatabase({ url: database.url });
	const migrated = await migrate(client, await readMigrations("db/migrations"), new Date());
	if (migrated.kind === "refused") throw new Error(migrated.reason);
	client.close();
	await seedDemo(createDependencies({ url: database.url }), () => {});
	const workerd = await startWorkerd({
		DATABASE_URL: database.url,
		ENVIRONMENT: "production",
		CALL_BACK_KEYS: TEST_KEYS,
		...bindings,
	});
	return {
		request: (path, init) => fetch(new URL(path, workerd.url), { redirect: "manual", ...init }),
		stopDatabase: database.stop,
		databaseUrl: database.url,
		close: async () => {
			await workerd.stop();
			await database.stop();
		},
	};
}
