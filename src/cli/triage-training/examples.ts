import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { root } from "#cli/content-files.ts";
import { Audience } from "#domain/conversation/audience.ts";
import { Level, Reason } from "#domain/triage/urgency.ts";

/** One labelled message, as `docs/labelling-messages.md` tells. */
export const Example = z.object({
	text: z.string(),
	level: Level,
	reason: Reason,
	audience: Audience,
	family: z.string().default(""),
	hard: z.boolean().default(false),
	plain: z.boolean().default(false),
});
export type Example = z.infer<typeof Example>;

/** Every labelled message the model learns from, in a stable order. */
export function readExamples(folder = join(root, "content/triage/examples")): readonly Example[] {
	const files = readdirSync(folder).filter((name) => name.endsWith(".jsonl"));
	return files.sort().flatMap((name) => readExampleFile(join(folder, name)));
}

/** The labelled messages of one file; a line that breaks the form throws with its place. */
export function readExampleFile(path: string): readonly Example[] {
	return readFileSync(path, "utf8")
		.split("\n")
		.flatMap((line, index) => {
			if (line.trim() === "") return [];
			const checked = Example.safeParse(JSON.parse(line));
			if (!checked.success) throw new Error(`${path}:${index + 1}: ${z.prettifyError(checked.error)}`);
			return [checked.data];
		});
}

/** Which of `folds` parts a family of messages belongs to: near-copies are always on one side of a split. */
export function foldOf(family: string, folds: number): number {
	let hash = 0x811c9dc5;
	for (let at = 0; at < family.length; at += 1) hash = Math.imul(hash ^ family.charCodeAt(at), 0x01000193);
	hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
	return ((hash ^ (hash >>> 12)) >>> 0) % folds;
}
