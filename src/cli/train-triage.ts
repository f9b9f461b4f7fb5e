import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { root } from "#cli/content-files.ts";
import { compileLexicon } from "#cli/triage-training/compile-lexicon.ts";
import { readExamples } from "#cli/triage-training/examples.ts";
import { readLexiconFiles } from "#cli/triage-training/lexicon-files.ts";
import { THRESHOLDS } from "#cli/triage-training/thresholds.ts";
import { trainModel } from "#cli/triage-training/train-model.ts";
import { vectorsOf } from "#cli/triage-training/vectors.ts";
import { unpackLexicon } from "#domain/triage/lexicon.ts";

/** The modules that training writes, by their path from the project's folder. */
export async function trainedModules(): Promise<Readonly<Record<string, string>>> {
	const lexicon = compileLexicon(await readLexiconFiles());
	const model = trainModel(vectorsOf(readExamples(), unpackLexicon(lexicon)), THRESHOLDS);
	return {
		"src/domain/triage/compiled/lexicon.ts": module(
			"PackedLexicon",
			"#domain/triage/lexicon.ts",
			"packedLexicon",
			lexicon,
		),
		"src/domain/triage/compiled/model.ts": module("PackedModel", "#domain/triage/model.ts", "packedModel", model),
	};
}

/** One string of JSON: an engine reads it several times faster at start-up than an object of the same size. */
function module(type: string, from: string, name: string, value: unknown): string {
	const json = JSON.stringify(value).replaceAll("\\", "\\\\").replaceAll("'", "\\'");
	return `import type { ${type} } from "${from}";\n\n/** Generated from content/triage/ by src/cli/train-triage.ts; a test keeps it the same. */\nexport const ${name}: ${type} = JSON.parse(\n\t'${json}',\n);\n`;
}

/** `npx tsx src/cli/train-triage.ts`: learns from content/triage/ and writes what the guide carries. */
export async function main(): Promise<number> {
	await mkdir(join(root, "src/domain/triage/compiled"), { recursive: true });
	for (const [path, text] of Object.entries(await trainedModules())) {
		await writeFile(join(root, path), text);
		console.log(`${path}: ${text.length} characters`);
	}
	return 0;
}

if (import.meta.filename === process.argv[1]) process.exitCode = await main();
