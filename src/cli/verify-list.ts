import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { contentFiles, root } from "#cli/content-files.ts";
import { compile } from "#content/compile.ts";
import { describeProblem } from "#content/problem.ts";
import { verifyList } from "#content/verify-list.ts";

/** Where the list stands, from the top of the project. */
export const verifyListPath = "docs/verify-before-launch.md";

/** `npm run verify-list`: writes what a person should check before launch, from the content as it is now. */
export async function main(print: (line: string) => void): Promise<number> {
	const { content, problems } = compile(await contentFiles());
	for (const problem of problems) print(describeProblem(problem));
	if (problems.length > 0) {
		print("Mend these first; the list would be incomplete.");
		return 1;
	}
	await writeFile(join(root, verifyListPath), verifyList(content));
	print(`Wrote ${verifyListPath}.`);
	return 0;
}

if (import.meta.filename === process.argv[1]) process.exitCode = await main(console.log);
