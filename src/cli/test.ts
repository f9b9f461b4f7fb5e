import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import { build } from "#cli/build.ts";
import { root } from "#cli/content-files.ts";
import { runCommand } from "#cli/run-command.ts";
import { WRANGLER_ENV } from "#cli/wrangler-env.ts";

const Report = z.object({ numPassedTests: z.number(), numFailedTests: z.number(), numPendingTests: z.number() });
const reportFile = join(root, ".data/test-report.json");

/** `npm test`: content, types, lint, the bundle for the edge, then every test. Goes on after a failure, so that one run tells all. */
export async function main(argv: readonly string[]): Promise<number> {
	await rm(reportFile, { force: true });
	const step = async (name: string, run: () => Promise<number>): Promise<number> => {
		const start = performance.now();
		const code = await run();
		console.log(`${code === 0 ? "ok  " : "FAIL"} ${name} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
		return code;
	};
	const checks = [
		await step("content", async () => ((await build(console.log)) ? 0 : 1)),
		await step("types", () => runCommand("tsc", [])),
		await step("lint", () => runCommand("biome", ["check", "--error-on-warnings", "."])),
		await step("edge bundle", () =>
			runCommand("wrangler", ["deploy", "--dry-run", "--outdir", "dist/worker"], WRANGLER_ENV),
		),
		await step("tests", () =>
			runCommand("vitest", [
				"run",
				"--reporter=default",
				"--reporter=json",
				`--outputFile.json=${reportFile}`,
				...argv,
			]),
		),
	];
	const failedChecks = checks.filter((code) => code !== 0).length;
	const counts = await counted();
	console.log(`${counts.passed} passed, ${counts.failed + failedChecks} failed, ${counts.skipped} skipped`);
	return failedChecks === 0 && counts.passed > 0 ? 0 : 1;
}

async function counted(): Promise<{ passed: number; failed: number; skipped: number }> {
	try {
		const report = Report.parse(JSON.parse(await readFile(reportFile, "utf8")));
		return { passed: report.numPassedTests, failed: report.numFailedTests, skipped: report.numPendingTests };
	} catch {
		return { passed: 0, failed: 1, skipped: 0 };
	}
}

if (import.meta.filename === process.argv[1]) process.exitCode = await main(process.argv.slice(2));
