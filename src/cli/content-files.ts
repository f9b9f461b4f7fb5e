import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { Files } from "#content/read-draft.ts";

/** The top folder of the project. */
export const root = fileURLToPath(new URL("../../", import.meta.url));

/** The text of every Markdown, YAML, CSV and SVG file under `content/`, by its path from there, in a stable order. */
export async function contentFiles(folder = join(root, "content")): Promise<Files> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	const paths = entries
		.filter((entry) => entry.isFile() && /\.(md|yaml|csv|svg)$/.test(entry.name))
		.map((entry) => join(entry.parentPath, entry.name))
		.sort();
	const texts = await Promise.all(paths.map((path) => readFile(path, "utf8")));
	return new Map(paths.map((path, index) => [relative(folder, path).replaceAll(sep, "/"), texts[index] ?? ""]));
}
