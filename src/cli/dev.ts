import { spawn } from "node:child_process";
import { join } from "node:path";
import { build } from "#cli/build.ts";
import { root } from "#cli/content-files.ts";
import { deskAddress } from "#cli/desk-address.ts";
import { migrateDatabase } from "#cli/migrate.ts";
import { startSqld } from "#cli/start-sqld.ts";
import { WRANGLER_ENV } from "#cli/wrangler-env.ts";
import { readEnv } from "#env.ts";
import { signInConfig } from "#sign-in-env.ts";

/** `npm run dev`: the edge on this machine. workerd through wrangler, a libSQL server beside it, migrated and seeded. */
async function dev(): Promise<void> {
	const env = readEnv(process.env);
	await build(console.log);
	const database = await startSqld(join(root, ".data/sqld"));
	const here = { ...env, DATABASE_URL: database.url };
	await migrateDatabase(here, console.log);
	const { createDependencies } = await import("#dependencies/create-dependencies.ts");
	const { seedDemo } = await import("#cli/seed.ts");
	const deps = createDependencies({ url: database.url }, { signIn: signInConfig(env) });
	await seedDemo(deps, console.log);
	console.log(`The desk: http://127.0.0.1:${env.PORT}${await deskAddress(deps)}`);
	const wrangler = spawn(
		join(root, "node_modules/.bin/wrangler"),
		[
			"dev",
			"--port",
			String(env.PORT),
			"--ip",
			"127.0.0.1",
			"--var",
			`DATABASE_URL:${database.url}`,
			"--var",
			"ENVIRONMENT:development",
			"--show-interactive-dev-session=false",
		],
		{ cwd: root, stdio: ["ignore", "inherit", "inherit"], env: { ...process.env, ...WRANGLER_ENV } },
	);
	const ended = new Promise<number>((resolve) => wrangler.once("exit", (code) => resolve(code ?? 0)));
	for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => wrangler.kill("SIGINT"));
	process.exitCode = await ended;
	await database.stop();
	process.exit();
}

await dev();
