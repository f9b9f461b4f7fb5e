import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { openDatabase } from "#adapters/libsql/client.ts";
import { createPlaceTables } from "#adapters/libsql/place-tables.ts";
import { type GeneratedPostcode, generatePostcodes, postcodeDirectory } from "#cli/bench/generate-postcodes.ts";
import { contentFiles, root } from "#cli/content-files.ts";
import { compilePlaces } from "#content/compile-places.ts";
import { createAuthorityBook } from "#domain/places/authority-book.ts";
import { parsePostcode } from "#domain/places/postcode.ts";
import { decodeTable } from "#domain/places/table/decode-table.ts";
import { patchesOf } from "#domain/places/table/look-up.ts";

const SEED = 7;
const LINES_AT_ONCE = 5_000;
/** Every so many postcodes one is asked for again, and its answer compared. */
const ASK_EVERY = 50;

/** Makes a directory of this many postcodes, imports it as a person would, and measures table and look-ups. One JSON line. */
export async function benchPlaces(rows: number, print: (line: string) => void): Promise<void> {
	const folder = await mkdtemp(join(tmpdir(), "bench-places-"));
	try {
		const { places } = compilePlaces(await contentFiles());
		const asked: GeneratedPostcode[] = [];
		const file = join(folder, "postcodes.csv");
		await writeLines(file, postcodeDirectory(sampled(generatePostcodes(rows, SEED, places), asked)));
		const database = `file:${join(folder, "bench.db")}`;
		const run = spawnSync(join(root, "node_modules/.bin/tsx"), [join(root, "src/cli/places-import.ts"), file], {
			cwd: root,
			env: { ...process.env, DATABASE_URL: database },
			encoding: "utf8",
		});
		const [, seconds, megabytes] = /Took ([\d.]+) s and at most (\d+) MB/.exec(run.stdout) ?? [];
		const stored = await createPlaceTables(openDatabase({ url: database })).load();
		if (!stored || run.status !== 0) throw new Error(`The import failed: ${run.stdout}${run.stderr}`);
		const from = performance.now();
		const read = decodeTable(stored.bytes);
		const openMs = performance.now() - from;
		if (read.kind !== "table") throw new Error(read.message);
		const { wayOf } = createAuthorityBook(places);
		const began = performance.now();
		const answers = asked.map(({ postcode }) => patchesOf(read.table, parsePostcode(postcode) ?? { outcode: "" }));
		const lookupUs = ((performance.now() - began) * 1000) / asked.length;
		const wrong = asked.filter(({ district }, index) => {
			const answer = answers[index];
			return !answer?.sure || answer.patches[0] !== wayOf(district);
		});
		const line = {
			bench: "places",
			rows,
			import_s: Number(seconds),
			import_mb: Number(megabytes),
			sectors: read.table.patchOf.length,
			runs: read.table.runFirst.length,
			table_bytes: stored.bytes.length,
			table_gzip: gzipSync(stored.bytes).length,
			open_ms: round(openMs),
			lookup_us: round(lookupUs),
			asked: asked.length,
			wrong: wrong.length,
		};
		print(JSON.stringify(line));
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

function* sampled(postcodes: Iterable<GeneratedPostcode>, into: GeneratedPostcode[]): Generator<GeneratedPostcode> {
	let number = 0;
	for (const postcode of postcodes) {
		if (number++ % ASK_EVERY === 0) into.push(postcode);
		yield postcode;
	}
}

/** Writes lines as fast as the disk takes them. */
export async function writeLines(path: string, lines: Iterable<string>): Promise<void> {
	const out = createWriteStream(path);
	let held: string[] = [];
	for (const line of lines) {
		held.push(line);
		if (held.length < LINES_AT_ONCE) continue;
		if (!out.write(`${held.join("\n")}\n`)) await once(out, "drain");
		held = [];
	}
	out.end(`${held.join("\n")}\n`);
	await once(out, "close");
}

function round(value: number): number {
	return Math.round(value * 100) / 100;
}

if (import.meta.filename === process.argv[1]) await benchPlaces(Number(process.argv[2] ?? 1_500_000), console.log);
