import { randomBytes } from "node:crypto";
import { chmod, mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { root } from "#cli/content-files.ts";
import type { Env } from "#env.ts";

/** Where a machine in development keeps its key: beside the database, never in it, and readable by its owner alone. */
export const DEVELOPMENT_KEYS = join(root, ".data/call-back.keys");

/**
 * The keys that requests are kept with: CALL_BACK_KEYS. In development a machine without it makes one and keeps it in a file of
 * its own. Null in production without it: then no requests are taken.
 */
export async function callBackKeys(env: Env, file = DEVELOPMENT_KEYS): Promise<string | null> {
	if (env.CALL_BACK_KEYS !== undefined) return env.CALL_BACK_KEYS;
	if (env.ENVIRONMENT === "production") return null;
	const kept = await readFile(file, "utf8").catch(() => null);
	if (kept !== null) return kept.trim();
	return keepKeys(file, newKey("dev-1"));
}

/** A fresh key as CALL_BACK_KEYS holds it. */
export function newKey(id: string): string {
	return `${id}:${randomBytes(32).toString("base64")}`;
}

/** Puts keys in the file, whole or not at all. */
export async function keepKeys(file: string, keys: string): Promise<string> {
	await mkdir(dirname(file), { recursive: true });
	const made = `${file}.${process.pid}`;
	await writeFile(made, `${keys}\n`, { mode: 0o600 });
	await chmod(made, 0o600);
	await rename(made, file);
	return keys;
}
