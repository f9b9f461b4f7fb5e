import { existsSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { root } from "#cli/content-files.ts";
import { readSource } from "#cli/read-source.ts";
import { readImport } from "#domain/directory/import/read-import.ts";
import { canonical, isUuid } from "#domain/directory/import/stable-id.ts";
import type { ImportBatch } from "#domain/directory/import-batch.ts";

/**
 * Directories that councils really published. They are not ours to ship, so they stand beside the checkout, in
 * `../shared`. Where they are absent these tests are skipped; with CI_REQUIRE_SHARED=1 their absence is a failure.
 */
const shared = join(root, "../shared");
const present = existsSync(join(shared, "data"));
const required = process.env["CI_REQUIRE_SHARED"] === "1";
if (!present) console.warn(`Skipped: real directories are not at ${shared}. Put them there to run these tests.`);

test.runIf(required)("the real directories are there, since this run requires them", () => {
	expect(present).toBe(true);
});

type Expected = {
	readonly path: string;
	readonly format: ImportBatch["format"];
	readonly sums: Pick<ImportBatch, "folded" | "read"> & { readonly services: number; readonly rejects: number };
	/** Rules that must have been needed, with the number of entries in the report. */
	readonly rules: Readonly<Record<string, number>>;
};
const directories: readonly Expected[] = [
	{
		path: "data/hounslow",
		format: "four-table-csv",
		sums: { read: 1165, services: 313, folded: 852, rejects: 0 },
		rules: {
			"directory's home page left out": 242,
			"placeholder e-mail left out": 313,
			"placeholder phone number left out": 313,
		},
	},
	{
		path: "data/bristol-oruk-v1",
		format: "oruk-v1",
		sums: { read: 50, services: 50, folded: 0, rejects: 0 },
		rules: { "HTML turned into plain text": 44, "garbled characters mended": 43, "id that is no UUID replaced": 24 },
	},
	{
		path: "data/bristol-oruk-v3",
		format: "oruk-v3",
		sums: { read: 4, services: 3, folded: 1, rejects: 0 },
		rules: {
			"age that means nothing left out": 8,
			"time without an offset taken as UTC": 4,
			"placeholder web address left out": 2,
			"phone number mended": 1,
		},
	},
	{
		path: "data/hsds-examples/csv",
		format: "hsds-csv",
		sums: { read: 13, services: 1, folded: 11, rejects: 1 },
		rules: {},
	},
	{
		path: "data/hsds-examples/service_full.json",
		format: "oruk-v3",
		sums: { read: 1, services: 1, folded: 0, rejects: 0 },
		rules: {},
	},
	{
		path: "data/outpost-import-csv",
		format: "outpost-csv",
		sums: { read: 16, services: 4, folded: 12, rejects: 0 },
		rules: { "days written as codes": 4 },
	},
	{
		path: "oruk/sample-120.ndjson",
		format: "ndjson",
		sums: { read: 120, services: 120, folded: 0, rejects: 0 },
		rules: {},
	},
];

const OPTIONS = { scope: "testshire", today: "2026-11-22" };

async function batchAt(path: string): Promise<ImportBatch> {
	const source = await readSource(join(shared, path));
	if (source.kind !== "files") throw new Error(source.reason);
	const read = readImport(source.files, OPTIONS);
	if (read.kind === "unreadable") throw new Error(read.reason);
	return read.batch;
}

function textsIn(value: unknown): readonly string[] {
	if (typeof value === "string") return [value];
	return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

function idsIn(value: unknown): readonly unknown[] {
	if (typeof value !== "object" || value === null) return [];
	return Object.entries(value).flatMap(([key, held]) => (key === "id" ? [held] : idsIn(held)));
}

describe.runIf(present).each(directories)("$path", ({ path, format, sums, rules }) => {
	let batch: ImportBatch;
	beforeAll(async () => {
		batch = await batchAt(path);
	});

	test("is recognised and read whole", () => {
		expect(batch.format).toBe(format);
		expect({
			read: batch.read,
			services: batch.services.length,
			folded: batch.folded,
			rejects: batch.rejects.length,
		}).toEqual(sums);
	});

	test("reports what it mended", () => {
		for (const [rule, count] of Object.entries(rules)) {
			expect([rule, batch.repairs.filter((repair) => repair.rule === rule).length]).toEqual([rule, count]);
		}
	});

	test("comes out clean: no markup, no garbled letters, no placeholder, only proper ids", () => {
		for (const text of textsIn(batch.services)) {
			expect(text).not.toMatch(/<\/?(?:p|a|br|div|span|li|ul|strong|script)\b|&(?:nbsp|amp|#\d+);|â€|Â£|Ã©/);
			expect(text).not.toMatch(/noemail\.invalid|test@example\.com|^0+$|^https?:\/\/(?:www\.)?example\.com\/?$/);
			expect(text).toBe(text.trim());
		}
		expect(idsIn(batch.services).filter((id) => !isUuid(String(id)))).toEqual([]);
		expect(batch.services.some((service) => (service.minimum_age ?? 0) < 0)).toBe(false);
	});

	test("read again from what came out, needs no repair", () => {
		const again = readImport(new Map([["again.json", JSON.stringify(batch.services)]]), OPTIONS);
		expect(again.kind === "batch" && canonical(again.batch.services)).toBe(canonical(batch.services));
		expect(again.kind === "batch" && again.batch.repairs).toEqual([]);
	});
});

test.runIf(present)("classifications alone are refused, with what was seen", async () => {
	const source = await readSource(join(shared, "data/dfe-family-hubs"));
	const read = source.kind === "files" ? readImport(source.files, OPTIONS) : source;
	expect(read).toMatchObject({
		kind: "unreadable",
		seen: [expect.stringContaining("taxonomies.json: JSON, a list of 49")],
	});
});
