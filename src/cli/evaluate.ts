import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { compileContent } from "#cli/compile-content.ts";
import { root } from "#cli/content-files.ts";

/** What an evaluation does with one line of a file, and what it reports of the project's own set. */
type Evaluation = { readonly line: (value: unknown) => unknown; readonly report: () => string | Promise<string> };

const EVALUATIONS: Readonly<Record<string, () => Promise<Evaluation>>> = {
	hours: async () => (await import("#cli/evaluate/hours.ts")).hoursEvaluation(),
	dates: async () => (await import("#cli/evaluate/dates.ts")).datesEvaluation(),
	triage: async () => (await import("#cli/evaluate/triage.ts")).triageEvaluation(),
	answers: async () => (await import("#cli/evaluate/answers.ts")).answersEvaluation(),
	privacy: async () => (await import("#cli/evaluate/privacy.ts")).privacyEvaluation(),
	acceptance: async () => (await import("#cli/evaluate/acceptance.ts")).acceptanceEvaluation(),
	model: async () => (await import("#cli/evaluate/model.ts")).modelEvaluation(),
	search: async () => (await import("#cli/evaluate/search.ts")).searchEvaluation(),
};

/**
 * `npm run -s evaluate -- KIND [FILE]`. With a file: one JSON a line in, exactly one JSON a line out, and nothing else on
 * standard output. Without: the project's own labelled set as a table. 0 when done, 2 when the call is wrong.
 */
export async function main(argv: readonly string[]): Promise<number> {
	const [kind = "", file] = argv;
	const load = EVALUATIONS[kind];
	if (!load) {
		console.error(
			`Say what to evaluate: ${Object.keys(EVALUATIONS).join(", ")}. For example: npm run -s evaluate -- triage messages.jsonl`,
		);
		return 2;
	}
	await compileContent();
	const evaluation = await load();
	if (file === undefined) {
		console.log(await evaluation.report());
		return 0;
	}
	let text: string;
	try {
		// npm runs scripts in the project's folder; INIT_CWD is where the person stands.
		text = await readFile(resolve(process.env["INIT_CWD"] ?? root, file), "utf8");
	} catch {
		console.error(`There is no file ${file}.`);
		return 2;
	}
	for (const line of text.split("\n"))
		if (line.trim() !== "") console.log(JSON.stringify(evaluateLine(evaluation, line)));
	return 0;
}

function evaluateLine(evaluation: Evaluation, line: string): unknown {
	try {
		return evaluation.line(JSON.parse(line));
	} catch (error) {
		return { error: error instanceof SyntaxError ? "This line is not valid JSON." : String(error) };
	}
}

if (import.meta.filename === process.argv[1]) process.exitCode = await main(process.argv.slice(2));
