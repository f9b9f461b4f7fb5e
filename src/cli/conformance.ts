import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as z from "zod";
import { PROOFS, type Proof } from "#cli/conformance/proofs.ts";
import { proofNames, type Results, writeReport } from "#cli/conformance/write-report.ts";
import { root } from "#cli/content-files.ts";
import { VERSION } from "#domain/version.ts";

/** What we read of vitest's report as JSON. */
const TestReport = z.object({
	testResults: z.array(
		z.object({
			name: z.string(),
			assertionResults: z.array(z.object({ title: z.string(), status: z.string() })),
		}),
	),
});
type TestReport = z.infer<typeof TestReport>;

/** `npx tsx src/cli/conformance.ts`: runs the tests that speak for accessibility and writes `docs/accessibility-conformance.md`. */
export function main(): number {
	const folder = mkdtempSync(join(tmpdir(), "conformance-"));
	const file = join(folder, "report.json");
	const files = [...new Set(Object.values(PROOFS).map(([path]) => path))];
	const args = ["vitest", "run", "--reporter=json", `--outputFile=${file}`, ...files];
	spawnSync("npx", args, { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
	const report = TestReport.parse(JSON.parse(readFileSync(file, "utf8")));
	rmSync(folder, { recursive: true, force: true });
	const results = resultsOf(report);
	const date = new Date().toISOString().slice(0, 10);
	writeFileSync(join(root, "docs/accessibility-conformance.md"), writeReport({ version: VERSION, date, results }));
	const failed = [...results].filter(([, { tried, passed }]) => tried === 0 || passed < tried);
	for (const [proof, { tried, passed }] of failed) console.log(`${proof}: ${passed} of ${tried} passed.`);
	console.log("docs/accessibility-conformance.md is written.");
	return failed.length === 0 ? 0 : 1;
}

function resultsOf({ testResults }: TestReport): Results {
	return new Map(
		proofNames().map((proof) => {
			const [file, name] = PROOFS[proof];
			const title = titleOf(name);
			const tries = testResults
				.filter((result) => result.name.endsWith(file))
				.flatMap(({ assertionResults }) => assertionResults)
				.filter((result) => title.test(result.title) && result.status !== "skipped");
			const passed = tries.filter(({ status }) => status === "passed").length;
			return [proof, { tried: tries.length, passed }] satisfies [Proof, { tried: number; passed: number }];
		}),
	);
}

/** A test's name as it stands in its file, with whatever stands in the place of "%s" and "$name". */
function titleOf(name: string): RegExp {
	const parts = name.split(/%s|\$name/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
	return new RegExp(`^${parts.join(".+")}$`);
}

if (import.meta.filename === process.argv[1]) process.exitCode = main();
