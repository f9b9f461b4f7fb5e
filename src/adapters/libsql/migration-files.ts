import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Migration } from "#adapters/libsql/migrate.ts";

/** The migrations of a folder, in order. Only for Node: the edge is migrated from outside, by command. */
export async function readMigrations(folder: string): Promise<readonly Migration[]> {
	const names = (await readdir(folder)).filter((name) => name.endsWith(".sql")).toSorted();
	return Promise.all(names.map(async (name) => ({ name, sql: await readFile(join(folder, name), "utf8") })));
}
