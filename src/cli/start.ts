import { join } from "node:path";
import { callBackOptions } from "#call-back-env.ts";
import { build } from "#cli/build.ts";
import { callBackKeys } from "#cli/call-back-keys.ts";
import { root } from "#cli/content-files.ts";
import { databaseOf } from "#cli/database-url.ts";
import { deskAddress } from "#cli/desk-address.ts";
import { migrateDatabase } from "#cli/migrate.ts";
import { nodeFeedLimits } from "#cli/open-directory.ts";
import { bankHolidaysUrl, placesLookup, readEnv } from "#env.ts";
import { modelSettings } from "#model-env.ts";
import { signInConfig } from "#sign-in-env.ts";

/** `npm start`: builds, migrates, seeds the demonstration on the first run, and serves. What is down is said, and the rest serves. */
async function start(): Promise<void> {
	const env = readEnv(process.env);
	if (!(await build(console.log))) console.log("Content has problems (above). What could be read is served.");
	const migrated = await migrateDatabase(env, console.log).catch((error: unknown) => {
		console.log(`The database cannot be reached: ${reason(error)}. The guide and the ways to people work without it.`);
		return false;
	});
	const { createDependencies } = await import("#dependencies/create-dependencies.ts");
	const { startServer } = await import("#server.ts");
	const deps = createDependencies(databaseOf(env), {
		placesLookup: placesLookup(env),
		bankHolidaysUrl: bankHolidaysUrl(env),
		feedLimits: nodeFeedLimits(env),
		signIn: signInConfig(env),
		model: modelSettings(env),
		callBacks: callBackOptions(env, await callBackKeys(env)),
	});
	if (migrated) {
		const { seedDemo } = await import("#cli/seed.ts");
		await seedDemo(deps, console.log);
	}
	const { runJobs } = await import("#services/run-jobs.ts");
	// The database may be away: the next minute's run does what this one could not, and /health says what is late.
	const jobs = () => void runJobs(deps).catch(() => {});
	jobs();
	setInterval(jobs, EVERY_MINUTE_MS).unref();
	const server = await startServer(deps, env, join(root, "dist/public"));
	const at = `http://localhost:${server.port}`;
	console.log(`
Fingerpost is ready.
  The guide       ${at}/
  The directory   ${at}/directory/demo
  A call back     ${at}/call-back/demo
  The desk        ${at}${await deskAddress(deps)}
  The API         ${at}/openapi.json
  Open Referral   ${at}/oruk/v3/demo
  Health          ${at}/health
Press Ctrl-C to stop.`);
	for (const signal of ["SIGINT", "SIGTERM"] as const) {
		process.once(signal, () => {
			server.close().finally(() => process.exit(0));
			setTimeout(() => process.exit(0), LONGEST_GOODBYE_MS).unref();
		});
	}
}

/** As often as the edge's cron in `wrangler.toml`. */
const EVERY_MINUTE_MS = 60_000;
/** Answers under way are finished, but nobody waits longer than this for a stop. */
const LONGEST_GOODBYE_MS = 3000;

function reason(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}

await start();
