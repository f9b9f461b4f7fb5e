import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { root } from "#cli/content-files.ts";
import type { Dependencies } from "#ports.ts";
import { importFeed } from "#services/import-feed.ts";
import { publishDirectory } from "#services/publish-directory.ts";

const DEMO = "demo";

/** Fills the demonstration area on the first run, through the same import as any council's. A second run keeps what is there. */
export async function seedDemo(deps: Dependencies, print: (line: string) => void): Promise<void> {
	if ((await deps.areas.find(DEMO)) !== null) return;
	const area = deps.content.area(DEMO);
	if (!area) return;
	await deps.areas.save({ slug: area.slug, name: area.name, demonstration: true });
	const text = await readFile(join(root, "content/areas/demo/services.json"), "utf8");
	const report = await importFeed(deps, {
		area: DEMO,
		source: "demonstration",
		files: new Map([["services.json", text]]),
	});
	await publishDirectory(deps, { area: DEMO });
	print(`The demonstration area ${area.name} is ready.`);
	void report;
}
