import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { FEED_LIMITS, type FeedLimits } from "#adapters/feed-reader/fetch-politely.ts";
import { addressesOf } from "#adapters/feed-reader/host-addresses.ts";
import { counted, countsLine, rejectLines, reportCsv, reportLines } from "#cli/import-report.ts";
import { openDirectory } from "#cli/open-directory.ts";
import { readSource } from "#cli/read-source.ts";
import { AreaSlug } from "#domain/directory/area.ts";
import { KNOWN_FORMATS } from "#domain/directory/import/formats/find-source.ts";
import { readImport } from "#domain/directory/import/read-import.ts";
import type { ImportBatch } from "#domain/directory/import-batch.ts";
import { readEnv } from "#env.ts";
import type { Dependencies } from "#ports.ts";
import { importFeed } from "#services/import-feed.ts";
import { proposeMerges } from "#services/propose-merges.ts";
import { publishDirectory } from "#services/publish-directory.ts";

const USAGE = `npm run import -- --area SLUG --from PATH_OR_ADDRESS [--dry-run] [--report FILE.csv]

  --area     the area's short name: hounslow, west-sussex. A new one is created.
  --from     a file, a folder, or the https address of a feed
  --dry-run  says what an import would bring and changes nothing
  --report   writes every repair and reject to a CSV file`;

/** Done; the source cannot be taken and nothing was changed; called in a way that cannot work. */
const [DONE, REFUSED, MISUSED] = [0, 1, 2] as const;

export type ImportIo = {
	readonly print: (line: string) => void;
	/** Opens the directory; called only when there is something to write. Null where it cannot be opened (said already). */
	readonly open: () => Promise<Dependencies | null>;
	readonly limits?: Partial<FeedLimits>;
};

type Options = { readonly area: string; readonly from: string; readonly dryRun: boolean; readonly report?: string };

/** `npm run import`: brings a directory into an area, says what was mended and rejected, and publishes it. */
export async function main(argv: readonly string[], io: ImportIo): Promise<number> {
	const options = readOptions(argv, io.print);
	if (typeof options === "number") return options;
	const source = await readSource(options.from, { ...FEED_LIMITS, addressesOf, ...io.limits });
	if (source.kind !== "files") {
		io.print(source.reason);
		return source.kind === "missing" ? MISUSED : REFUSED;
	}
	for (const note of source.notes) io.print(note);
	return options.dryRun ? tryOut(options, source.files, io) : bringIn(options, source.files, io);
}

function readOptions(argv: readonly string[], print: (line: string) => void): Options | number {
	try {
		const { values } = parseArgs({
			args: [...argv],
			options: {
				area: { type: "string" },
				from: { type: "string" },
				report: { type: "string" },
				"dry-run": { type: "boolean" },
				help: { type: "boolean" },
			},
		});
		const { area, from, report } = values;
		if (values.help) {
			print(USAGE);
			return DONE;
		}
		if (area === undefined || from === undefined) {
			print(`${area === undefined ? "--area" : "--from"} is missing.\n\n${USAGE}`);
			return MISUSED;
		}
		if (!AreaSlug.safeParse(area).success) {
			print(`"${area}" cannot be an area. Use small letters, figures and hyphens, as in west-sussex.`);
			return MISUSED;
		}
		return { area, from, dryRun: values["dry-run"] ?? false, ...(report === undefined ? {} : { report }) };
	} catch (error) {
		print(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
		return MISUSED;
	}
}

async function tryOut(options: Options, files: ReadonlyMap<string, string>, io: ImportIo): Promise<number> {
	const today = new Date().toISOString().slice(0, 10);
	const read = readImport(files, { scope: options.area, today });
	if (read.kind === "unreadable") return refuse(read.reason, read.seen, io.print);
	await report(read.batch, options, io.print);
	io.print("This was a dry run: nothing was changed.");
	return DONE;
}

async function bringIn(options: Options, files: ReadonlyMap<string, string>, io: ImportIo): Promise<number> {
	const deps = await io.open();
	if (deps === null) return REFUSED;
	const result = await importFeed(deps, { area: options.area, source: sourceName(options.from), files });
	if (result.kind === "refused") {
		for (const line of rejectLines(result.rejects)) io.print(line);
		return refuse(result.reason, result.seen, io.print);
	}
	const { area, counts, batch, newArea } = result;
	await report(batch, options, io.print);
	if (newArea) io.print(`${area.name} is a new area here.`);
	io.print(countsLine(area.name, counts));
	const changed = counts.created + counts.updated + counts.deleted > 0;
	if (changed || (await deps.snapshots.version(area.slug)) === null) {
		const published = await publishDirectory(deps, { area: area.slug });
		if (published.kind === "refused") {
			io.print(`The services are stored, but the search cannot be published. ${published.reason}`);
			return REFUSED;
		}
		io.print(`The directory of ${area.name} is published: ${counted(published.services, "service")} to find.`);
	}
	const pairs = changed ? await proposeMerges(deps, { area: area.slug }) : 0;
	if (pairs > 0)
		io.print(`${counted(pairs, "pair")} of records look like one service. Nothing was merged: the desk decides.`);
	return DONE;
}

/** The same source under the same name, from whichever folder the command is run. */
function sourceName(from: string): string {
	return URL.canParse(from) ? from : resolve(from);
}

async function report(batch: ImportBatch, options: Options, print: (line: string) => void): Promise<void> {
	for (const line of reportLines(batch)) print(line);
	if (options.report === undefined) return;
	await writeFile(options.report, reportCsv(batch));
	print(`All repairs and rejects are in ${options.report}.`);
}

function refuse(reason: string, seen: readonly string[], print: (line: string) => void): number {
	print(`${reason} Nothing was changed.`);
	for (const line of seen) print(`  Seen: ${line}`);
	print(`Formats that can be imported:\n${KNOWN_FORMATS.map((format) => `  - ${format}`).join("\n")}`);
	return REFUSED;
}

if (import.meta.filename === process.argv[1]) {
	const loopback = readEnv(process.env).ENVIRONMENT !== "production";
	const print = (line: string) => console.log(line);
	process.exitCode = await main(process.argv.slice(2), {
		print,
		open: () => openDirectory(print),
		limits: { loopback },
	});
}
