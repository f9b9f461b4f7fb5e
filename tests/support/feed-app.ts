import { Hono } from "hono";
import { orukApi } from "#api/oruk/oruk-api.ts";
import { problem, problemFrom } from "#api/problem.ts";
import { createDependencies } from "#dependencies/create-dependencies.ts";
import type { Service } from "#domain/directory/service.ts";
import type { AppEnv } from "#env.ts";
import type { Dependencies } from "#ports.ts";
import { aBatch } from "#tests/support/directory.ts";

/** The feeds alone over a migrated database, with the clock stopped. */
export async function createFeedApp(url: string, at: Date, publicUrl: string | null = null) {
	const deps = createDependencies({ url }, { clock: { now: () => at } });
	const cookieKey = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt"]);
	const settings = { publicUrl, production: false, cookieKey, limited: async () => false };
	const app = new Hono<AppEnv>({ strict: false })
		.use(async (c, next) => {
			c.set("deps", deps);
			c.set("settings", settings);
			await next();
		})
		.route("/oruk/v3", orukApi)
		.notFound((c) => problem(c, "NOT_FOUND", "There is nothing at this address."))
		.onError((error, c) => problemFrom(c, error));
	return { app, deps };
}

/** Makes an area and fills it. */
export async function fillArea(deps: Dependencies, area: string, services: readonly Service[], source = "feed") {
	await deps.areas.save({ slug: area, name: area, demonstration: true });
	return deps.directory.applyImport(area, source, aBatch(services), deps.clock.now());
}
