import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import * as z from "zod";
import { root } from "#cli/content-files.ts";
import { Level, Reason } from "#domain/triage/urgency.ts";

const Spelling = z.strictObject({ respell: z.record(z.string(), z.string()) });
const Classes = z.strictObject({
	classes: z.record(z.string(), z.array(z.union([z.string(), z.number()]).transform(String))),
});
const Idioms = z.strictObject({ idioms: z.array(z.string()) });
const Flag = z.enum(["sure", "general", "always", "even_negated"]);
const Frames = z.strictObject({
	frames: z.array(
		z.strictObject({
			name: z.string(),
			reason: Reason,
			level: Level,
			now: Level.optional(),
			flags: z.array(Flag).default([]),
			match: z.array(z.string()).min(1),
		}),
	),
});
const Combinations = z.strictObject({
	combinations: z.array(z.strictObject({ all: z.array(z.string()).min(2), reason: Reason, level: Level })),
});

/** The lexicon as it is written under `content/triage/lexicon/`. */
export type LexiconSource = {
	readonly respell: Readonly<Record<string, string>>;
	readonly classes: Readonly<Record<string, readonly string[]>>;
	readonly idioms: readonly string[];
	readonly frames: z.infer<typeof Frames>["frames"];
	readonly combinations: z.infer<typeof Combinations>["combinations"];
};

/** Reads the lexicon; a file that breaks its form throws with its path and what to mend. */
export async function readLexiconFiles(folder = join(root, "content/triage/lexicon")): Promise<LexiconSource> {
	async function read<T>(path: string, schema: z.ZodType<T>): Promise<T> {
		const checked = schema.safeParse(parse(await readFile(join(folder, path), "utf8")));
		if (checked.success) return checked.data;
		throw new Error(`content/triage/lexicon/${path}: ${z.prettifyError(checked.error)}`);
	}
	const names = (await readdir(join(folder, "frames"))).filter((name) => name.endsWith(".yaml")).sort();
	const frames = await Promise.all(names.map((name) => read(`frames/${name}`, Frames)));
	return {
		respell: (await read("spelling.yaml", Spelling)).respell,
		classes: (await read("classes.yaml", Classes)).classes,
		idioms: (await read("idioms.yaml", Idioms)).idioms,
		frames: frames.flatMap((file) => file.frames),
		combinations: (await read("combinations.yaml", Combinations)).combinations,
	};
}
