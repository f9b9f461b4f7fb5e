import { parseYaml } from "#content/parse-yaml.ts";
import type { Problem } from "#content/problem.ts";
import type { Files } from "#content/read-draft.ts";
import { Instructions } from "#domain/phrasing/instructions.ts";
import { PlainWords } from "#domain/phrasing/plain-words.ts";

/** Checks `content/model/` and makes the module of it; what cannot be read is a problem, and then there is no model. */
export function compileModel(files: Files): { readonly module: string; readonly problems: readonly Problem[] } {
	const words = parseYaml("content/model/plain-words.yaml", files.get("model/plain-words.yaml") ?? "", PlainWords);
	const told = parseYaml("content/model/instructions.yaml", files.get("model/instructions.yaml") ?? "", Instructions);
	const problems = [words, told].flatMap((each) => ("problems" in each ? each.problems : []));
	const made =
		"value" in words && "value" in told ? JSON.stringify({ words: words.value, instructions: told.value }) : "null";
	const module = `import type { ModelContent } from "#domain/phrasing/instructions.ts";

/** Generated from content/model/. Read only where a model is switched on. */
export const modelContent = (): ModelContent | null => JSON.parse(${JSON.stringify(made)});
`;
	return { module, problems };
}
