import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "#cli/content-files.ts";
import { trainedModules } from "#cli/train-triage.ts";

test("learning again from content/triage gives the same modules, byte for byte; if not, run: npx tsx src/cli/train-triage.ts", async () => {
	for (const [path, text] of Object.entries(await trainedModules())) {
		expect((await readFile(join(root, path), "utf8")) === text, path).toBe(true);
	}
}, 120_000);
