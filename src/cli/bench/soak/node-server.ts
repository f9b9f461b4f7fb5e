import { join } from "node:path";
import { root } from "#cli/content-files.ts";
import { createDependencies } from "#dependencies/create-dependencies.ts";
import { bankHolidaysUrl, readEnv } from "#env.ts";
import { startServer } from "#server.ts";
import { runJobs } from "#services/run-jobs.ts";

/** `npm start` without its build, as a process of its own, so that its memory is its own. Says the port on its first line. */
const env = readEnv(process.env);
const deps = createDependencies({ url: env.DATABASE_URL ?? "" }, { bankHolidaysUrl: bankHolidaysUrl(env) });
setInterval(() => void runJobs(deps).catch(() => {}), 60_000).unref();
const { port } = await startServer(deps, env, join(root, "dist/public"), "127.0.0.1");
console.log(port);
