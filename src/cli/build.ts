import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build as bundle } from "esbuild";
import { buildEmbed } from "#cli/build-embed.ts";
import { compileContent } from "#cli/compile-content.ts";
import { root } from "#cli/content-files.ts";
import { describeProblem } from "#content/problem.ts";

/** Where browser code and styles land, for the edge's assets and for Node alike. */
export const assetsFolder = join(root, "dist/public/assets");

/** `npm run build`: content to modules, browser code to files. Content with problems stops it. */
export async function build(print: (line: string) => void): Promise<boolean> {
	const problems = await compileContent();
	for (const problem of problems) print(describeProblem(problem));
	await buildAssets();
	return problems.length === 0;
}

export async function buildAssets(): Promise<void> {
	await mkdir(assetsFolder, { recursive: true });
	await bundle({
		entryPoints: ["site.ts", "site.css", "desk.css"].map((name) => join(root, "src/pages/assets", name)),
		outdir: assetsFolder,
		bundle: true,
		minify: true,
		format: "esm",
		target: ["es2020", "safari14.1"],
		logLevel: "warning",
	});
	const headers = await readFile(join(root, "src/pages/assets/headers.txt"), "utf8");
	await writeFile(join(root, "dist/public/_headers"), headers + (await buildEmbed()));
}

if (import.meta.filename === process.argv[1]) process.exitCode = (await build(console.log)) ? 0 : 1;
