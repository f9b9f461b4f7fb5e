import { createApp } from "#app.ts";
import { seedDemo } from "#cli/seed.ts";
import { cookieKey } from "#cookie-key.ts";
import { createDependencies } from "#dependencies/create-dependencies.ts";
import type { Settings } from "#env.ts";
import { migratedDatabase } from "#tests/support/database.ts";
import { fixedClock, TEST_KEYS } from "#tests/support/test-app.ts";

export type Route = { readonly method: string; readonly path: string };

/** The whole app with the demonstration in it, and every address it has, as the app itself lists them. */
export async function wholeApp(settings: Partial<Settings> = {}) {
	const database = await migratedDatabase();
	const deps = createDependencies({ url: database.url }, { clock: fixedClock(), callBacks: { keys: TEST_KEYS } });
	await seedDemo(deps, () => {});
	const app = createApp(deps, {
		publicUrl: null,
		production: true,
		cookieKey: await cookieKey(undefined),
		limited: async () => false,
		...settings,
	});
	const routes = new Map<string, Route>();
	for (const { method, path } of app.routes)
		if (method !== "ALL") routes.set(`${method} ${path}`, { method, path: path.replace(/(?<=.)\/$/, "") });
	return {
		deps,
		database,
		routes: [...routes.values()],
		request: async (path: string, init?: RequestInit) => app.request(path, init),
		close: database.close,
	};
}

/** An address of a route: its parameters filled in, each with what `value` gives for its name. */
export function addressOf(path: string, value: (name: string) => string): string {
	return path.replace(/:(\w+)(?:\{[^}]*\})?\??/g, (_, name: string) => encodeURIComponent(value(name).toWellFormed()));
}
