import type { SignInConfig } from "#adapters/oidc/sign-in-config.ts";
import { createApp } from "#app.ts";
import { cookieKey } from "#cookie-key.ts";
import { createDependencies } from "#dependencies/create-dependencies.ts";
import type { Settings } from "#env.ts";
import type { Clock } from "#ports/clock.ts";
import type { ModelSettings } from "#ports/language-model.ts";
import type { Dependencies } from "#ports.ts";
import { migratedDatabase } from "#tests/support/database.ts";

/** Time stands still in tests: a Tuesday morning on which every desk is open, unless a test says otherwise. */
export const TUESDAY_MORNING = new Date("2026-11-24T10:00:00Z");

export function fixedClock(at: Date = TUESDAY_MORNING): Clock {
	return { now: () => at };
}

/** A key as CALL_BACK_KEYS holds it, for tests alone. */
export const TEST_KEYS = `test:${btoa("a key of thirty-two bytes, tests")}`;

export type TestApp = {
	readonly request: (path: string, init?: RequestInit) => Promise<Response>;
	readonly deps: Dependencies;
	readonly close: () => Promise<void>;
};

type Options = {
	readonly at?: Date;
	readonly databaseUrl?: string;
	readonly settings?: Partial<Settings>;
	readonly clock?: Clock;
	readonly signIn?: SignInConfig;
	readonly model?: ModelSettings;
};

/** The whole app over a real, migrated, empty database of its own; or over `databaseUrl`, which need not exist. */
export async function createTestApp({
	at,
	databaseUrl,
	settings,
	clock,
	signIn,
	model,
}: Options = {}): Promise<TestApp> {
	const database = databaseUrl === undefined ? await migratedDatabase() : null;
	const deps = createDependencies(
		{ url: database?.url ?? databaseUrl ?? "" },
		{
			clock: clock ?? fixedClock(at),
			...(signIn ? { signIn } : {}),
			...(model ? { model } : {}),
			callBacks: { keys: TEST_KEYS },
		},
	);
	const app = createApp(deps, {
		publicUrl: null,
		production: false,
		cookieKey: await cookieKey(undefined),
		limited: async () => false,
		...settings,
	});
	return {
		request: async (path, init) => app.request(path, init),
		deps,
		close: async () => database?.close(),
	};
}

/** A POST of JSON, as a client of the API sends it. */
export function json(body: unknown): RequestInit {
	return { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
}

/** A POST of a form, as a browser without script sends it from our own pages. */
export function form(fields: Readonly<Record<string, string>>, cookie?: string): RequestInit {
	return {
		method: "POST",
		headers: {
			"content-type": "application/x-www-form-urlencoded",
			origin: "http://localhost",
			...(cookie ? { cookie } : {}),
		},
		body: new URLSearchParams(fields).toString(),
	};
}
