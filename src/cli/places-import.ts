import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { compileContent } from "#cli/compile-content.ts";
import { contentFiles, root } from "#cli/content-files.ts";
import { databaseOf } from "#cli/database-url.ts";
import { migrateDatabase } from "#cli/migrate.ts";
import { readPostcodeFiles } from "#cli/postcode-files.ts";
import { compilePlaces } from "#content/compile-places.ts";
import { createAuthorityBook } from "#domain/places/authority-book.ts";
import { type DirectoryCounts, directoryReader } from "#domain/places/onspd/read-directory.ts";
import { readEnv } from "#env.ts";
import type { Dependencies } from "#ports.ts";
import { publishDirectory } from "#services/publish-directory.ts";
import { publishPlaces } from "#services/publish-places.ts";

const USAGE = `npm run places:import -- FILE.csv

  Makes the table that says which council a postcode belongs to, from the ONS Postcode Directory (or the NSPL).
  FILE is its CSV, a folder of such files, or - for what is piped in:
    unzip -p ONSPD.zip 'Data/ONSPD*.csv' | npm run -s places:import -- -

  --dry-run  says what it would bring and changes nothing
  --smaller  takes a table that holds much less than the one before`;

/** Done; the file cannot be taken and nothing was changed; called in a way that cannot work. */
const [DONE, REFUSED, MISUSED] = [0, 1, 2] as const;

export type PlacesImportIo = {
	readonly print: (line: string) => void;
	/** Opens the directory; called only when there is something to write. Null where it cannot be opened (said already). */
	readonly open: () => Promise<Dependencies | null>;
};

type Options = { readonly files: readonly string[]; readonly dryRun: boolean; readonly smaller: boolean };

/** `npm run places:import`: reads the directory, says what it held, publishes the table and the searches that use it. */
export async function main(argv: readonly string[], { print, open }: PlacesImportIo): Promise<number> {
	const options = readOptions(argv, print);
	if (typeof options === "number") return options;
	// From content/ as it stands, so that a district that was just added there counts.
	const { places } = compilePlaces(await contentFiles());
	const reader = directoryReader(createAuthorityBook(places).wayOf);
	const read = await readPostcodeFiles(options.files, reader);
	if (read.kind === "refused") {
		print(`${read.reason} Nothing was changed.`);
		return REFUSED;
	}
	for (const note of read.notes) print(note);
	const { counts, ...gathered } = reader.result();
	for (const line of countLines(counts)) print(line);
	if (options.dryRun) {
		print("This was a dry run: nothing was changed.");
		return DONE;
	}
	const deps = await open();
	if (deps === null) return REFUSED;
	const source = options.files.map((file) => (file === "-" ? "piped in" : basename(file))).join(", ");
	const published = await publishPlaces(deps, { ...gathered, counts, source, smaller: options.smaller });
	if (published.kind === "refused") {
		print(`${published.reason} Nothing was changed.`);
		return REFUSED;
	}
	const { sectors, mixed, bytes, stored, version } = published;
	print(
		`The table of postcodes is published (version ${version}): ${number(sectors)} sectors, ${number(mixed)} of them shared by councils; ${number(bytes)} bytes, ${number(stored)} packed.`,
	);
	await publishAgain(deps, print);
	return DONE;
}

function readOptions(argv: readonly string[], print: (line: string) => void): Options | number {
	try {
		const { values, positionals } = parseArgs({
			args: [...argv],
			allowPositionals: true,
			options: { "dry-run": { type: "boolean" }, smaller: { type: "boolean" }, help: { type: "boolean" } },
		});
		if (values.help || positionals.length === 0) {
			print(USAGE);
			return values.help ? DONE : MISUSED;
		}
		return { files: positionals, dryRun: values["dry-run"] ?? false, smaller: values.smaller ?? false };
	} catch (error) {
		print(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
		return MISUSED;
	}
}

function countLines(counts: DirectoryCounts): readonly string[] {
	const { rows, england, terminated, largeUsers, withoutPoint, unreadable, examples, unknownDistricts } = counts;
	return [
		`${number(rows)} rows: ${number(england)} in England, ${number(terminated)} no longer in use, ${number(largeUsers)} of large users, ${number(withoutPoint)} without a grid reference.`,
		...(unreadable > 0 ? [`${number(unreadable)} rows have no postcode that can be read:`] : []),
		...examples.map((example) => `  ${example}`),
		...unknownDistricts
			.slice(0, 10)
			.map(([code, count]) => `${number(count)} rows name the district ${code || "(none)"}, which we do not know.`),
	];
}

/** Searches by distance stand on these points where a service gives only a postcode. */
async function publishAgain(deps: Dependencies, print: (line: string) => void): Promise<void> {
	for (const { slug, name } of await deps.areas.list()) {
		if ((await deps.snapshots.version(slug)) === null) continue;
		const published = await publishDirectory(deps, { area: slug });
		print(
			published.kind === "published"
				? `The directory of ${name} is published with it.`
				: `The directory of ${name} stays as it was. ${published.reason}`,
		);
	}
}

function number(value: number): string {
	return value.toLocaleString("en-GB");
}

async function openDirectory(print: (line: string) => void): Promise<Dependencies | null> {
	const env = readEnv(process.env);
	try {
		if (!(await migrateDatabase(env, print))) return null;
	} catch (error) {
		print(
			`The database cannot be reached: ${error instanceof Error ? error.message : String(error)}. Nothing was changed.`,
		);
		return null;
	}
	// Compiled content is made by a build; a machine that was never started has none.
	if (!existsSync(join(root, "src/content/compiled/places.ts"))) await compileContent();
	const { createDependencies } = await import("#dependencies/create-dependencies.ts");
	return createDependencies(databaseOf(env));
}

if (import.meta.filename === process.argv[1]) {
	const print = (line: string) => console.log(line);
	const from = performance.now();
	process.exitCode = await main(process.argv.slice(2), { print, open: () => openDirectory(print) });
	const seconds = ((performance.now() - from) / 1000).toFixed(1);
	const megabytes = Math.ceil(process.resourceUsage().maxRSS / 1024);
	print(`Took ${seconds} s and at most ${megabytes} MB of memory.`);
}
