import { existsSync } from "node:fs";
import { benchConversation } from "#cli/bench/conversation.ts";
import { benchImport } from "#cli/bench/import.ts";
import { benchPlaces } from "#cli/bench/places.ts";
import { benchSearch } from "#cli/bench/search.ts";
import { benchSearchOverHttp } from "#cli/bench/search-over-http.ts";
import { benchSoak } from "#cli/bench/soak.ts";
import { benchTriage } from "#cli/bench/triage.ts";
import { compileContent } from "#cli/compile-content.ts";
import { BUNDLE } from "#cli/start-workerd.ts";

const BENCHES = {
	triage: benchTriage,
	search: benchSearch,
	"search-over-http": benchSearchOverHttp,
	import: benchImport,
	conversation: benchConversation,
	places: (print: (line: string) => void) => benchPlaces(1_500_000, print),
	soak: benchSoak,
} as const;

const OVER_HTTP = new Set(["search-over-http", "conversation", "soak"]);
/** Too long for every day: measured where they are named. */
const NAMED_ONLY = new Set(["places", "soak"]);

/**
 * `npm run bench [-- NAME …]`: each measurement as one line of JSON, times in milliseconds. Figures of one run are to be
 * compared with each other, not with another machine's. What goes over HTTP needs the bundle of `npm test` or a dry run.
 */
export async function main(argv: readonly string[], print: (line: string) => void): Promise<number> {
	const names = argv.filter((word) => !word.startsWith("--"));
	const unknown = names.filter((name) => !(name in BENCHES));
	if (unknown.length > 0) {
		console.error(`There is no "${unknown.join('", "')}". Choose of: ${Object.keys(BENCHES).join(", ")}.`);
		return 2;
	}
	await compileContent();
	for (const [name, bench] of Object.entries(BENCHES)) {
		if (names.length > 0 ? !names.includes(name) : NAMED_ONLY.has(name)) continue;
		if (OVER_HTTP.has(name) && !existsSync(BUNDLE)) {
			console.error("There is no bundle: run npx wrangler deploy --dry-run --outdir dist/worker first.");
			continue;
		}
		await bench(print, argv);
	}
	return 0;
}

if (import.meta.filename === process.argv[1]) process.exitCode = await main(process.argv.slice(2), console.log);
