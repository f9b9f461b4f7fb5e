import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { decode, readSource } from "#cli/read-source.ts";

let folder: string;
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), "source-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test("a folder is read with its subfolders, without what is hidden", async () => {
	await mkdir(join(folder, "csv"));
	await mkdir(join(folder, ".git"));
	await writeFile(join(folder, "a.json"), "[]");
	await writeFile(join(folder, "csv/b.csv"), "id,name");
	await writeFile(join(folder, ".git/config"), "x");
	const read = await readSource(folder);
	expect(read.kind === "files" && Object.fromEntries(read.files)).toEqual({ "a.json": "[]", "csv/b.csv": "id,name" });
});

test("one file is read under its own name", async () => {
	await writeFile(join(folder, "a.json"), "\ufeff[]");
	const read = await readSource(join(folder, "a.json"));
	expect(read.kind === "files" && [...read.files.keys()]).toEqual(["a.json"]);
});

test("a path that is not there, an empty folder, a spreadsheet and too much are told apart", async () => {
	expect(await readSource(join(folder, "nowhere"))).toMatchObject({
		kind: "missing",
		reason: expect.stringContaining("nowhere"),
	});
	expect(await readSource(folder)).toMatchObject({ kind: "failed", reason: expect.stringContaining("no files") });
	await writeFile(join(folder, "a.xlsx"), Buffer.from([0x50, 0x4b, 0x03, 0x04, 0]));
	expect(await readSource(folder)).toMatchObject({
		kind: "failed",
		reason: expect.stringContaining("Save its sheets as CSV"),
	});
	await writeFile(join(folder, "b.json"), "x".repeat(2000));
	expect(await readSource(folder, { bytes: 1000 })).toMatchObject({
		kind: "failed",
		reason: expect.stringContaining("MB"),
	});
});

test("texts in the encodings that spreadsheets write are all read", () => {
	const bytes = (encoding: BufferEncoding, text: string) => new Uint8Array(Buffer.from(text, encoding));
	expect(decode("a", bytes("utf8", "£5 café")).text).toBe("£5 café");
	expect(decode("a", bytes("utf16le", "\ufeff£5 café")).text).toBe("£5 café");
	expect(decode("a", bytes("latin1", "£5 café"))).toEqual({
		text: "£5 café",
		note: "a is not UTF-8; it was read as Windows-1252.",
	});
	expect(decode("a", new Uint8Array([1, 0, 2])).text).toBeNull();
});
