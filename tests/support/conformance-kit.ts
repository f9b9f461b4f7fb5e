import { execFile } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/**
 * The published Open Referral UK schemas may not be copied into this project. Where the conformance kit that holds
 * them lies beside the checkout it is run; where it does not, its tests are skipped and say why.
 * `CI_REQUIRE_SHARED=1` makes its absence a failure.
 */
const FOLDER = process.env["ORUK_KIT"] ?? "../shared/oruk";

export const kitThere = existsSync(join(FOLDER, "check.mjs"));
/** True where its tests are to be left out. */
export const withoutKit = !kitThere && process.env["CI_REQUIRE_SHARED"] !== "1";
export const kitTitle = kitThere ? "the conformance kit" : `the conformance kit (there is none in ${FOLDER})`;

export type KitRun = { readonly code: number; readonly summary: string; readonly failures: readonly string[] };

/** Runs the kit against a feed. It finds its two packages among our own, so it needs no installation. */
export async function runKit(base: string, ...more: readonly string[]): Promise<KitRun> {
	if (!kitThere) throw new Error(`There is no conformance kit in ${FOLDER}, and CI_REQUIRE_SHARED=1 asks for it.`);
	const folder = mkdtempSync(join(tmpdir(), "kit-"));
	cpSync(FOLDER, folder, { recursive: true, filter: (path) => !path.endsWith("node_modules") });
	symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
	try {
		return await new Promise((done) => {
			execFile(process.execPath, ["check.mjs", base, ...more], { cwd: folder, timeout: 110_000 }, (error, stdout) => {
				const lines = stdout.trim().split("\n");
				done({
					code: error === null ? 0 : Number(error.code ?? 1),
					summary: lines.findLast((line) => /\d+ passed, \d+ failed/.test(line)) ?? "",
					failures: lines.filter((line) => line.startsWith("FAIL")),
				});
			});
		});
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
