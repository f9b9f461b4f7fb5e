import { waitUntil } from "cloudflare:workers";
import { createEdgeLimits, type LimitBindings } from "#adapters/limits/edge-limits.ts";
import { createApp } from "#app.ts";
import { callBackOptions } from "#call-back-env.ts";
import { cookieKey } from "#cookie-key.ts";
import { createDependencies } from "#dependencies/create-dependencies.ts";
import { bankHolidaysUrl, placesLookup, readEnv } from "#env.ts";
import { modelSettings } from "#model-env.ts";
import { runJobs } from "#services/run-jobs.ts";
import { signInConfig } from "#sign-in-env.ts";

/** What `wrangler.toml` binds, besides the variables of `env.ts`. */
type Bindings = LimitBindings;

/** Cloudflare lets one run of a Worker make a thousand requests; the database takes its share of them. */
const MOST_FEED_REQUESTS = 800;

type Started = {
	readonly fetch: (request: Request) => Response | Promise<Response>;
	readonly scheduled: () => Promise<void>;
};

/** One app an isolate: dependencies hold the snapshots, so they are made once. */
let started: Promise<Started> | null = null;

async function start(bindings: Bindings & Readonly<Record<string, unknown>>): Promise<Started> {
	const env = readEnv(bindings);
	const database = { url: env.DATABASE_URL ?? "http://127.0.0.1:8080", authToken: env.DATABASE_AUTH_TOKEN };
	const deps = createDependencies(database, {
		later: waitUntil,
		placesLookup: placesLookup(env),
		bankHolidaysUrl: bankHolidaysUrl(env),
		signIn: signInConfig(env),
		model: modelSettings(env),
		callBacks: callBackOptions(env),
		feedLimits: {
			requests: MOST_FEED_REQUESTS,
			ownHost: env.PUBLIC_URL === undefined ? null : new URL(env.PUBLIC_URL).hostname,
		},
	});
	const app = createApp(deps, {
		publicUrl: env.PUBLIC_URL ?? null,
		production: env.ENVIRONMENT === "production",
		securityContact: env.SECURITY_CONTACT ?? null,
		cookieKey: await cookieKey(env.COOKIE_KEY),
		limited: createEdgeLimits(bindings),
	});
	return {
		fetch: (request) => app.fetch(request, { who: request.headers.get("cf-connecting-ip") ?? "unknown" }),
		// The database may be away: the next minute's run does what this one could not, and /health says what is late.
		scheduled: async () => {
			await runJobs(deps).catch(() => {});
		},
	};
}

export default {
	async fetch(request: Request, bindings: Bindings & Readonly<Record<string, unknown>>): Promise<Response> {
		started ??= start(bindings);
		return (await started).fetch(request);
	},
	async scheduled(_event: unknown, bindings: Bindings & Readonly<Record<string, unknown>>): Promise<void> {
		started ??= start(bindings);
		await (await started).scheduled();
	},
};
