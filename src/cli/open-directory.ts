import { addressesOf } from "#adapters/feed-reader/host-addresses.ts";
import { callBackOptions } from "#call-back-env.ts";
import { callBackKeys } from "#cli/call-back-keys.ts";
import { compileContent } from "#cli/compile-content.ts";
import { databaseOf } from "#cli/database-url.ts";
import { migrateDatabase } from "#cli/migrate.ts";
import { type Env, readEnv } from "#env.ts";
import type { Dependencies } from "#ports.ts";

/** How this machine fetches feeds: names are looked up first; http and its own addresses only where it is tried out. */
export function nodeFeedLimits(env: Env) {
	const ownHost = env.PUBLIC_URL === undefined ? null : new URL(env.PUBLIC_URL).hostname;
	return { addressesOf, ownHost, loopback: env.ENVIRONMENT !== "production" };
}

/** The directory of DATABASE_URL, migrated first, so that an import is right on a machine that was never started. */
export async function openDirectory(print: (line: string) => void): Promise<Dependencies | null> {
	const env = readEnv(process.env);
	try {
		if (!(await migrateDatabase(env, print))) return null;
	} catch (error) {
		print(
			`The database cannot be reached: ${error instanceof Error ? error.message : String(error)}. Nothing was changed.`,
		);
		return null;
	}
	// Compiled content is made by a build; a machine that was never started has none.
	await compileContent();
	const { createDependencies } = await import("#dependencies/create-dependencies.ts");
	return createDependencies(databaseOf(env), {
		feedLimits: nodeFeedLimits(env),
		callBacks: callBackOptions(env, await callBackKeys(env)),
	});
}
