import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { root } from "#cli/content-files.ts";
import { Audience } from "#domain/conversation/audience.ts";

const folder = join(root, "tests/evaluation/answers");

const Question = z.object({ id: z.string(), text: z.string(), audience: z.string().optional(), topic: z.string() });
export type Question = z.infer<typeof Question>;
const Message = z.object({ id: z.string(), text: z.string(), audience: z.string().optional() });
export type Message = z.infer<typeof Message>;
const Topical = z.object({
	id: z.string(),
	last: z.string().optional(),
	audience: Audience,
	text: z.string(),
	topics: z.array(z.string()),
});

const SETS = [1, 2, 3, 4, 5, 6] as const;

/**
 * The project's own labelled sets. Each numbered set was written before the tuning that came after it, and measured
 * blind once; what was seen then is in docs/decisions/0011-finding-answers.md.
 */
export function ownSets() {
	return {
		questions: SETS.map((set) => read(`questions-${set}`, Question)),
		offTopic: SETS.map((set) => read(`off-topic-${set}`, Message)),
		followUps: read("follow-ups", Topical),
		twoQuestions: read("two-questions", Topical),
	};
}

function read<T>(name: string, schema: z.ZodType<T>): readonly T[] {
	return readFileSync(join(folder, `${name}.jsonl`), "utf8")
		.split("\n")
		.filter((line) => line.trim() !== "")
		.map((line) => schema.parse(JSON.parse(line)));
}
