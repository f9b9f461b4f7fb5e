import * as z from "zod";
import type { Text } from "#content/checks/texts.ts";
import { parseYaml } from "#content/parse-yaml.ts";
import type { Files } from "#content/read-draft.ts";

/** Every sentence and label of `content/words/` of more than one word, each a text of its own. Files that cannot be read give none. */
export function wordTexts(files: Files): readonly Text[] {
	return [...files].flatMap(([path, text]) => {
		if (!path.startsWith("words/") || !path.endsWith(".yaml")) return [];
		const file = `content/${path}`;
		const read = parseYaml(file, text, z.unknown());
		if ("problems" in read) return [];
		return sentencesIn(read.value, []).map(({ said, at }) => ({
			file,
			line: read.lineOf(...at),
			paragraphs: [said],
			youngPeople: false,
		}));
	});
}

type Found = { readonly said: string; readonly at: readonly PropertyKey[] };

function sentencesIn(value: unknown, at: readonly PropertyKey[]): readonly Found[] {
	if (typeof value === "string") return value.includes(" ") ? [{ said: value, at }] : [];
	if (Array.isArray(value)) return value.flatMap((item, index) => sentencesIn(item, [...at, index]));
	if (typeof value !== "object" || value === null) return [];
	return Object.entries(value).flatMap(([key, item]) => sentencesIn(item, [...at, key]));
}
