import { compileContent } from "#cli/compile-content.ts";
import { contentFiles } from "#cli/content-files.ts";
import { runCommand } from "#cli/run-command.ts";
import { readingOf } from "#content/checks/reading.ts";
import { compile } from "#content/compile.ts";
import { compilePlaces } from "#content/compile-places.ts";
import { describeProblem } from "#content/problem.ts";
import { readDraft } from "#content/read-draft.ts";

/**
 * The content part of `npm run check`: tells a content designer what to mend, file and line first. Arguments narrow it to
 * files whose path holds one of them, and then it says how hard each of those is to read. 1 when there is something to mend.
 */
export async function main(argv: readonly string[], print: (line: string) => void): Promise<number> {
	const files = await contentFiles();
	const { content, problems: inContent } = compile(files);
	const problems = [...inContent, ...compilePlaces(files).problems];
	const wanted = (file: string) => argv.length === 0 || argv.some((part) => file.includes(part));
	const shown = problems.filter(({ file }) => wanted(file));
	for (const problem of shown) print(describeProblem(problem));
	if (argv.length > 0) for (const line of readingOf(readDraft(files).draft, wanted)) print(line);
	print(
		shown.length === 0
			? `Content is sound: ${content.answers.length} answers, ${content.stages.length} stages, ${content.terms.length} terms, ${content.helplines.length} helplines.`
			: `${shown.length} to mend.`,
	);
	return shown.length === 0 ? 0 : 1;
}

if (import.meta.filename === process.argv[1]) {
	const argv = process.argv.slice(2);
	const content = await main(argv, console.log);
	if (argv.length === 0) await compileContent();
	// One file is being written: the code has not changed, so its types and lint need no wait.
	const code = content !== 0 || argv.length > 0 ? content : await runCommand("tsc", []);
	process.exitCode =
		code !== 0 || argv.length > 0 ? code : await runCommand("biome", ["check", "--error-on-warnings", "."]);
}
