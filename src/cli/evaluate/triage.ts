import { join } from "node:path";
import * as z from "zod";
import { root } from "#cli/content-files.ts";
import {
	confusionTable,
	figuresTable,
	type Judgement,
	reasonsTable,
	worstFamilies,
} from "#cli/evaluate/triage-figures.ts";
import { compileLexicon } from "#cli/triage-training/compile-lexicon.ts";
import { crossValidate, FOLDS } from "#cli/triage-training/cross-validate.ts";
import { readExampleFile, readExamples } from "#cli/triage-training/examples.ts";
import { readLexiconFiles } from "#cli/triage-training/lexicon-files.ts";
import { Audience } from "#domain/conversation/audience.ts";
import { unpackLexicon } from "#domain/triage/lexicon.ts";
import { triage } from "#domain/triage/triage.ts";

const Line = z.looseObject({
	id: z.union([z.string(), z.number()]),
	text: z.string(),
	audience: Audience.optional().catch(undefined),
});

/** `{id, text, audience?}` a line, or the project's own labelled messages. */
export function triageEvaluation() {
	return { line: triageLine, report: reportTriage };
}

/** What triage says of one line: `{id, triage, reason}`. A line without an id or a text throws what it lacks. */
export function triageLine(value: unknown) {
	const { id, text, audience } = Line.parse(value);
	const { level, reason } = triage(text, audience);
	return { id, triage: level, reason };
}

/** The held-out messages, judged by the model that the guide carries. */
export function judgeHeldOut(): readonly Judgement[] {
	return judgeFile("held-out.jsonl");
}

/** A file of tests/evaluation/triage/, judged by the model that the guide carries. */
function judgeFile(name: string): readonly Judgement[] {
	return readExampleFile(join(root, "tests/evaluation/triage", name)).map((example) => ({
		example,
		urgency: triage(example.text, example.audience),
	}));
}

/** The figures on the project's own messages: cross-validated by family, and on the two sets that nothing learns from. Takes minutes. */
export async function reportTriage(): Promise<string> {
	const examples = readExamples();
	const crossed = crossValidate(examples, unpackLexicon(compileLexicon(await readLexiconFiles())));
	const heldOut = judgeHeldOut();
	const blind = judgeFile("blind-2.jsonl");
	return [
		`## Second set (${blind.length}, never learnt from, nothing chosen by it)`,
		figuresTable(blind),
		confusionTable(blind),
		reasonsTable(blind),
		`## Held-out messages (${heldOut.length}, never learnt from)`,
		figuresTable(heldOut),
		confusionTable(heldOut),
		reasonsTable(heldOut),
		`## Cross-validation (${crossed.length} messages, ${FOLDS} parts split by family)`,
		figuresTable(crossed),
		confusionTable(crossed),
		reasonsTable(crossed),
		"## Families that go wrong most (cross-validation)",
		worstFamilies(crossed, 20),
		"## Time",
		slowest([...examples, ...[...heldOut, ...blind].map(({ example }) => example)].map(({ text }) => text)),
	].join("\n\n");
}

/** How long one judgement takes, in milliseconds. */
function timeOf(text: string): number {
	const from = performance.now();
	triage(text);
	return performance.now() - from;
}

/** The machine does other work too: the best of so many tries counts. */
const TRIES = 10;

/** The slowest message and the 99th percentile, in milliseconds on this machine. */
function slowest(texts: readonly string[]): string {
	for (const text of texts.slice(0, 500)) triage(text);
	const times = texts.map((text) => ({ text, ms: Math.min(...Array.from({ length: TRIES }, () => timeOf(text))) }));
	times.sort((one, other) => one.ms - other.ms);
	const at = (share: number) => times[Math.floor(share * (times.length - 1))]?.ms.toFixed(3);
	const longest = times.at(-1);
	return `Half of ${times.length} messages take at most ${at(0.5)} ms, 99 % at most ${at(0.99)} ms; the slowest took ${longest?.ms.toFixed(3)} ms (${longest?.text.length} characters).`;
}
