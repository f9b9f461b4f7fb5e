import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { root } from "#cli/content-files.ts";
import { type GradedQuery, isServed, ndcg, searchFigures } from "#cli/evaluate/search-figures.ts";
import { wilson } from "#cli/evaluate/wilson.ts";
import { readSource } from "#cli/read-source.ts";
import { content } from "#content/compiled/content.ts";
import { readImport } from "#domain/directory/import/read-import.ts";
import { buildSnapshot } from "#domain/directory/search/build-snapshot.ts";
import { londonMoment } from "#domain/directory/search/moment.ts";
import { search } from "#domain/directory/search/search.ts";
import { openSnapshot, type Snapshot } from "#domain/directory/search/snapshot.ts";

/**
 * Where further directories of the labelled set lie, "hounslow=/path/to/folder,bristol=/path/to/file": real feeds are
 * not ours to keep, so the set holds their services' ids only. Without it the demonstration area alone is measured.
 */
const FOLDERS = "SEARCH_EVALUATION_FOLDERS";
const SHOWN = 10;
/** Fixed, so that two runs agree. */
const NOW = new Date("2026-11-24T10:00:00Z");

const Line = z.object({ id: z.string(), q: z.string(), directory: z.string().default("demo") });
const Graded = z.object({
	id: z.string(),
	directory: z.string(),
	kind: z.string(),
	q: z.string(),
	relevant: z.record(z.string(), z.number()),
});

/** Search: `{id, q}` a line gives `{id, total, items, did_you_mean}` on the demonstration area. */
export async function searchEvaluation() {
	const folders = new Map([
		["demo", join(root, "content/areas/demo/services.json")],
		...(process.env[FOLDERS] ?? "").split(",").flatMap((pair) => {
			const at = pair.indexOf("=");
			return at > 0 ? [[pair.slice(0, at), pair.slice(at + 1)] as const] : [];
		}),
	]);
	const snapshots = new Map<string, Snapshot>();
	for (const [name, from] of folders) snapshots.set(name, await directoryOf(name, from));
	const at = londonMoment(
		NOW,
		content.holidays.map((holiday) => holiday.date),
	);
	const ask = (snapshot: Snapshot, q: string) => search(snapshot, { q, page: 1, per_page: SHOWN }, at);

	return {
		line: (value: unknown) => {
			const { id, q, directory } = Line.parse(value);
			const snapshot = snapshots.get(directory);
			if (!snapshot) return { id, error: `There is no directory "${directory}" here.` };
			const answer = ask(snapshot, q);
			const items = answer.items.map(({ id: service, name }) => ({ id: service, name }));
			return { id, total: answer.total, items, did_you_mean: answer.did_you_mean };
		},
		report: () => {
			const queries = SETS.flatMap((name) => readGraded(name));
			const results = queries.flatMap((query) => {
				const snapshot = snapshots.get(query.directory);
				return snapshot ? [{ query, found: ask(snapshot, query.q).items.map((item) => item.id) }] : [];
			});
			const measured = [...new Set(results.map(({ query }) => query.directory))];
			return [
				`search: ${results.length} of ${queries.length} questions, on ${measured.join(", ")} (set ${FOLDERS} for the others)`,
				...table(results),
				...measured.flatMap((name) => [name, ...table(results.filter(({ query }) => query.directory === name))]),
				"not served, or below half of what was possible",
				...results.flatMap(missLine),
			].join("\n");
		},
	};
}

async function directoryOf(name: string, from: string): Promise<Snapshot> {
	const source = await readSource(from);
	if (source.kind !== "files") throw new Error(source.reason);
	const read = readImport(source.files, { scope: name, today: NOW.toISOString().slice(0, 10) });
	if (read.kind !== "batch") throw new Error(read.reason);
	const { needs, synonyms, filters } = content;
	const area = { slug: name, name };
	const built = buildSnapshot({
		services: read.batch.services,
		vocabulary: { needs, synonyms, filters },
		area,
		builtAt: NOW,
	});
	const opened = built.kind === "built" ? openSnapshot(built.bytes) : built;
	if (opened.kind !== "snapshot") throw new Error(opened.message);
	return opened;
}

/** The second was written by somebody who had not looked at how search ranks, and measured before anything was changed for it. */
const SETS = ["queries.jsonl", "queries-2.jsonl"] as const;

function readGraded(name: string): readonly GradedQuery[] {
	const text = readFileSync(join(root, "tests/evaluation/search", name), "utf8");
	return text.split("\n").flatMap((line) => (line === "" ? [] : [Graded.parse(JSON.parse(line))]));
}

type Result = { readonly query: GradedQuery; readonly found: readonly string[] };

function table(results: readonly Result[]): readonly string[] {
	return searchFigures(results).map(({ kind, queries, ndcg: mean, good }) => {
		const score = kind === "nothing" ? "    " : mean.toFixed(3);
		return `  ${kind.padEnd(14)} ${String(queries).padStart(4)}  nDCG@10 ${score.padEnd(5)}  served ${wilson(good, queries)}`;
	});
}

function missLine({ query, found }: Result): readonly string[] {
	const score = ndcg(found, query.relevant);
	if (isServed(found, query.relevant) && (score === null || score >= 0.5)) return [];
	return [`  ${query.directory} ${query.kind}: ${query.q} (${score === null ? "nothing fits" : score.toFixed(2)})`];
}
