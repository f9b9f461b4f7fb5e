import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import type { DirectoryReader } from "#domain/places/onspd/read-directory.ts";

/** A file or a folder of files; "-" is what is piped in. */
export type PostcodeFiles =
	| { readonly kind: "read"; readonly notes: readonly string[] }
	| { readonly kind: "refused"; readonly reason: string };

/** Small, so that what is read and done with is swept up young. */
const CHUNK = 1 << 16;
/** No line of any edition comes near this. */
const LONGEST_LINE = 100_000;

/** Streams files through the reader, little by little. In a folder, files without the columns are left out and named. */
export async function readPostcodeFiles(paths: readonly string[], reader: DirectoryReader): Promise<PostcodeFiles> {
	const notes: string[] = [];
	let taken = 0;
	for (const path of paths) {
		const files = await filesOf(path);
		if (files === null) return { kind: "refused", reason: `There is no file or folder ${path}.` };
		for (const file of files) {
			const problem = await readOne(file, reader);
			if (problem === null) taken += 1;
			else if (files.length === 1) return { kind: "refused", reason: `${basename(file)}: ${problem}` };
			else notes.push(`${basename(file)} was left out. ${problem}`);
		}
	}
	if (taken === 0) return { kind: "refused", reason: `No postcode directory was found in ${paths.join(", ")}.` };
	return { kind: "read", notes };
}

async function filesOf(path: string): Promise<readonly string[] | null> {
	if (path === "-") return [path];
	const found = await stat(path).catch(() => null);
	if (!found) return null;
	if (!found.isDirectory()) return [path];
	const names = (await readdir(path)).filter((name) => /\.csv$/i.test(name)).toSorted();
	return names.map((name) => join(path, name));
}

/** Null when the file was read to its end; else what is wrong with it. */
async function readOne(path: string, reader: DirectoryReader): Promise<string | null> {
	const stream = path === "-" ? process.stdin : createReadStream(path, { highWaterMark: CHUNK });
	stream.setEncoding("utf8");
	let begun = false;
	let rest = "";
	for await (const chunk of stream) {
		const text = `${rest}${chunk}`;
		let from = 0;
		for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", from)) {
			const line = text.slice(from, end);
			from = end + 1;
			if (begun) {
				reader.line(line);
				continue;
			}
			const problem = reader.begin(line);
			if (problem !== null) return isZip(line) ? ZIPPED : problem;
			begun = true;
		}
		rest = text.slice(from);
		if (rest.length > LONGEST_LINE)
			return isZip(rest) ? ZIPPED : "It has no lines that a table of postcodes could have.";
	}
	if (!begun) return reader.begin(rest) ?? "It has no rows.";
	reader.line(rest);
	return null;
}

const ZIPPED =
	"It is a zip. Unpack it, or pipe its table in: unzip -p FILE.zip 'Data/ONSPD*.csv' | npm run -s places:import -- -";

function isZip(text: string): boolean {
	return text.startsWith("PK\u0003\u0004");
}
