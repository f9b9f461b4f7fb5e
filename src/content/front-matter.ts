import type * as z from "zod";
import type { Located } from "#content/content.ts";
import { parseBody } from "#content/markdown.ts";
import { parseYaml } from "#content/parse-yaml.ts";
import type { Problem } from "#content/problem.ts";
import type { Block } from "#domain/answers/block.ts";

const fenceRe = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/;

export type Document<Front> = Front & { readonly blocks: Block[] };

/** A Markdown file with YAML between two lines of `---`: its front matter checked, its body as blocks. */
export function parseDocumentFile<Front extends object>(
	file: string,
	text: string,
	schema: z.ZodType<Front>,
): { readonly document: Located<Document<Front>> | null; readonly problems: readonly Problem[] } {
	const parts = fenceRe.exec(text.replaceAll("\r\n", "\n"));
	if (!parts?.[1]) {
		return {
			document: null,
			problems: [{ file, line: 1, message: "The file must begin with front matter between two lines of ---." }],
		};
	}
	const front = parseYaml(file, parts[1], schema, 2);
	if ("problems" in front) return { document: null, problems: front.problems };
	const bodyLine = parts[1].split("\n").length + 3;
	const body = parseBody(parts[2] ?? "");
	return {
		document: { value: { ...front.value, blocks: [...body.blocks] }, file, lineOf: front.lineOf },
		problems: body.problems.map((problem) => ({ file, line: bodyLine + problem.line - 1, message: problem.message })),
	};
}
