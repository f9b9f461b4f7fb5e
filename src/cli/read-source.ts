import { readdir, readFile, stat } from "node:fs/promises";
import { basename, join, relative, sep } from "node:path";
import type { FeedLimits } from "#adapters/feed-reader/fetch-politely.ts";
import { readFeed } from "#adapters/feed-reader/read-feed.ts";
import type { SourceRead } from "#ports/feed-reader.ts";

/** Bytes: a council's whole directory is a tenth of this. */
export const LARGEST_SOURCE = 50 * 1024 * 1024;
const MOST_FILES = 2000;

/** Reads a file, a folder with its subfolders, or a feed by its address (https; http on this machine only). */
export async function readSource(from: string, limits: Partial<FeedLimits> = {}): Promise<SourceRead> {
	if (/^[a-z][a-z0-9+.-]+:\/\//i.test(from)) return readFeed(from, limits);
	const found = await stat(from).catch(() => null);
	if (found === null)
		return { kind: "missing", reason: `There is nothing at ${from}. Check the path given with --from.` };
	const paths = found.isDirectory() ? await pathsIn(from) : [from];
	if (paths.length === 0) return { kind: "failed", reason: `The folder ${from} has no files in it.` };
	if (paths.length > MOST_FILES)
		return {
			kind: "failed",
			reason: `${from} holds ${paths.length} files. Point --from at the folder that holds the directory's own.`,
		};
	const sizes = await Promise.all(paths.map(async (path) => (await stat(path)).size));
	const size = sizes.reduce((sum, bytes) => sum + bytes, 0);
	if (size > (limits.bytes ?? LARGEST_SOURCE))
		return {
			kind: "failed",
			reason: `${from} holds ${Math.ceil(size / 1e6)} MB, more than a directory can be. Is it the right place?`,
		};
	const files = new Map<string, string>();
	const notes: string[] = [];
	for (const path of paths) {
		const name = found.isDirectory() ? relative(from, path).replaceAll(sep, "/") : basename(path);
		const { text, note } = decode(name, await readFile(path));
		if (note !== undefined) notes.push(note);
		if (text !== null) files.set(name, text);
	}
	if (files.size === 0) return { kind: "failed", reason: notes.join(" ") };
	return { kind: "files", files, notes };
}

async function pathsIn(folder: string): Promise<readonly string[]> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	return entries
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name))
		.filter((path) => !/(?:^|[/\\])(?:\.[^/\\]+|node_modules)(?:[/\\]|$)/.test(relative(folder, path)))
		.sort();
}

/** Bytes as text: UTF-8 or UTF-16 by its mark, else Windows-1252, which spreadsheets still write. Null for what is no text. */
export function decode(name: string, bytes: Uint8Array): { readonly text: string | null; readonly note?: string } {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: new TextDecoder("utf-16le").decode(bytes) };
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: new TextDecoder("utf-16be").decode(bytes) };
	if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03)
		return {
			text: null,
			note: `${name} is a spreadsheet or an archive. Save its sheets as CSV, or unpack it, and point --from at the folder.`,
		};
	if (bytes.subarray(0, 8000).includes(0)) return { text: null, note: `${name} holds no text.` };
	try {
		return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
	} catch {
		return {
			text: new TextDecoder("windows-1252").decode(bytes),
			note: `${name} is not UTF-8; it was read as Windows-1252.`,
		};
	}
}
