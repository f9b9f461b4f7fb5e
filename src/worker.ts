import { waitUntil } from "cloudflare:workers";
import { createApp } from "#app.ts";
import { cookieKey } from "#cookie-key.ts";
import { createDependencies } from "#dependencies/create-dependencies.ts";
import { placesLookup, readEnv } from "#env.ts";
import { publishChanged } from "#services/publish-changed.ts";
import { runFeeds } from "#services/run-feeds.ts";

/** What `wrangler.toml` binds, besides the variables of `env.ts`. */
type Bindings = {
	readonly TURNS?: { readonly limit: (of: { readonly key: string }) => Promise<{ readonly success: boolean }> };
};

type Started = {
	readonly fetch: (request: Request) => Response | Promise<Response>;
	readonly scheduled: (cron: string | undefined) => Promise<void>;
};

/** The second of the crons in `wrangler.toml`: feeds that are due are read. */
const HOURLY = "7 * * * *";

/** One app an isolate: dependencies hold the snapshots, so they are made once. */
let started: Promise<Started> | null = null;

async function start(bindings: Bindings & Readonly<Record<string, unknown>>): Promise<Started> {
	const env = readEnv(bindings);
	const database = { url: env.DATABASE_URL ?? "http://127.0.0.1:8080", authToken: env.DATABASE_AUTH_TOKEN };
	const deps = createDependencies(database, {
		later: waitUntil,
		placesLookup: placesLookup(env),
		feedLimits: { ownHost: env.PUBLIC_URL === undefined ? null : new URL(env.PUBLIC_URL).hostname },
	});
	const app = createApp(deps, {
		publicUrl: env.PUBLIC_URL ?? null,
		production: env.ENVIRONMENT === "production",
		cookieKey: await cookieKey(env.COOKIE_KEY),
		limited: async (key) => !((await bindings.TURNS?.limit({ key }))?.success ?? true),
	});
	return {
		fetch: (request) => app.fetch(request),
		scheduled: async (cron) => {
			if (cron === HOURLY) await runFeeds(deps);
			await publishChanged(deps);
		},
	};
}

export default {
	async fetch(request: Request, bindings: Bindings & Readonly<Record<string, unknown>>): Promise<Response> {
		started ??= start(bindings);
		return (await started).fetch(request);
	},
	async scheduled(
		event: { readonly cron?: string },
		bindings: Bindings & Readonly<Record<string, unknown>>,
	): Promise<void> {
		started ??= start(bindings);
		await (await started).scheduled(event.cron);
	},
};
