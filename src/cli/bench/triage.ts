import { timed } from "#cli/bench/measure.ts";
import { readExamples } from "#cli/triage-training/examples.ts";
import { triage } from "#domain/triage/triage.ts";

const MESSAGES = 2000;

/** Triage of our own labelled messages, and of one of 20,000 characters. */
export async function benchTriage(print: (line: string) => void): Promise<void> {
	const texts = readExamples()
		.slice(0, MESSAGES)
		.map((example) => example.text);
	print(JSON.stringify({ bench: "triage", messages: texts.length, ...timed(texts, triage) }));
	const long = texts.join(". ").slice(0, 20_000);
	print(
		JSON.stringify({
			bench: "triage 20,000 characters",
			...timed(
				Array.from({ length: 20 }, () => long),
				triage,
			),
		}),
	);
}
