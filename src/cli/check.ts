import { contentFiles } from "#cli/content-files.ts";
import { compile } from "#content/compile.ts";
import { describeProblem } from "#content/problem.ts";

/** `npm run check`: tells a content designer what to mend, file and line first. Arguments narrow it to paths that hold them. */
export async function main(argv: readonly string[], print: (line: string) => void): Promise<number> {
	const { content, problems } = compile(await contentFiles());
	const shown = problems.filter((problem) => argv.length === 0 || argv.some((part) => problem.file.includes(part)));
	for (const problem of shown) print(describeProblem(problem));
	print(
		shown.length === 0
			? `Content is sound: ${content.answers.length} answers, ${content.stages.length} stages, ${content.terms.length} terms, ${content.helplines.length} helplines.`
			: `${shown.length} to mend.`,
	);
	return shown.length === 0 ? 0 : 1;
}

if (import.meta.filename === process.argv[1]) process.exitCode = await main(process.argv.slice(2), console.log);
