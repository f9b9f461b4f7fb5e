import { parse } from "yaml";
import type { Files } from "#content/read-draft.ts";

/**
 * The source of `compiled/words.ts`: every file of `content/words/` as a typed constant, so that a key
 * which code names and content lacks fails the type check.
 */
export function compileWords(files: Files): string {
	const entries = [...files]
		.filter(([path]) => path.startsWith("words/"))
		.map(
			([path, text]) =>
				[
					path
						.slice("words/".length)
						.replace(/\.yaml$/, "")
						.replaceAll("-", "_"),
					parse(text),
				] as const,
		);
	return `/** Generated from content/words/. */\nexport const words = ${JSON.stringify(Object.fromEntries(entries), null, "\t")};\n`;
}
