import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "#cli/content-files.ts";
import type { Env } from "#env.ts";

/** The database that commands use: DATABASE_URL, or a file under `.data/`, whose folder is made if need be. */
export function databaseOf(env: Env): { readonly url: string; readonly authToken?: string } {
	if (env.DATABASE_URL)
		return { url: env.DATABASE_URL, ...(env.DATABASE_AUTH_TOKEN ? { authToken: env.DATABASE_AUTH_TOKEN } : {}) };
	mkdirSync(join(root, ".data"), { recursive: true });
	return { url: `file:${join(root, ".data/fingerpost.db")}` };
}
