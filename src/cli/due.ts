import { contentFiles } from "#cli/content-files.ts";
import { dueBy } from "#content/due.ts";
import { readDraft } from "#content/read-draft.ts";

const DAYS_AHEAD = 60;

/** `npm run due [-- DAYS]`: what has to be looked at again within so many days (60 if none is given), soonest first. */
export async function main(argv: readonly string[], today: Date, print: (line: string) => void): Promise<number> {
	const days = argv[0] === undefined ? DAYS_AHEAD : Number(argv[0]);
	if (!Number.isInteger(days) || days < 0) {
		print(`"${argv[0] ?? ""}" is not a number of days. For example: npm run due -- 90`);
		return 2;
	}
	const until = new Date(today.getTime() + days * 86_400_000).toISOString().slice(0, 10);
	const now = today.toISOString().slice(0, 10);
	const due = dueBy(readDraft(await contentFiles()).draft, until);
	for (const { by, file, what } of due) print(`${by}${by < now ? " (past)" : ""}  ${file}  ${what}`);
	print(due.length === 0 ? `Nothing falls due by ${until}.` : `${due.length} to look at again by ${until}.`);
	return 0;
}

if (import.meta.filename === process.argv[1])
	process.exitCode = await main(process.argv.slice(2), new Date(), console.log);
