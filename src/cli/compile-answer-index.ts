import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { answerIndexInputs } from "#cli/answer-index-inputs.ts";
import { root } from "#cli/content-files.ts";
import type { Content } from "#content/content.ts";
import type { Problem } from "#content/problem.ts";
import type { Files } from "#content/read-draft.ts";
import { trainIndex } from "#domain/answers/training/train-index.ts";

/** Code that the index depends on: when it changes, the index is learnt again. */
const CODE = ["src/domain/answers", "src/domain/answers/training"] as const;

/**
 * Learns the answer index and writes it as a module. Learning takes seconds, so a module that was learnt from
 * the same content by the same code stays as it is.
 */
export async function compileAnswerIndex(
	files: Files,
	content: Pick<Content, "answers" | "terms">,
	path: string,
): Promise<readonly Problem[]> {
	const { inputs, problems } = answerIndexInputs(files, content);
	const mark = `/** Learnt from ${await digestOf(inputs)}. */`;
	const before = await readFile(path, "utf8").catch(() => "");
	if (before.includes(mark)) return problems;
	const index = JSON.stringify(JSON.stringify(trainIndex(inputs)));
	await writeFile(
		path,
		`import type { PackedIndex } from "#domain/answers/packed-index.ts";\n\n${mark}\nexport const answerIndex: PackedIndex = JSON.parse(${index});\n`,
	);
	return problems;
}

async function digestOf(inputs: unknown): Promise<string> {
	const hash = createHash("sha256").update(JSON.stringify(inputs));
	for (const folder of CODE)
		for (const file of (await readdir(join(root, folder))).filter((name) => name.endsWith(".ts")).sort())
			hash.update(await readFile(join(root, folder, file), "utf8"));
	return hash.digest("hex").slice(0, 16);
}
