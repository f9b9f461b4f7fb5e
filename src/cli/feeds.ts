import { parseArgs } from "node:util";
import * as commands from "#cli/feed-commands.ts";
import { openDirectory } from "#cli/open-directory.ts";
import { AreaSlug } from "#domain/directory/area.ts";
import { readEnv } from "#env.ts";
import type { Dependencies } from "#ports.ts";

const USAGE = `npm run feeds -- COMMAND

  add --area SLUG --from ADDRESS [--every HOURS]   reads a feed on a schedule (every 24 hours)
  stop --area SLUG --from ADDRESS                  reads it no more; its services stay
  list [--area SLUG]                               which feeds there are and when each is due
  run [--area SLUG]                                reads an area's feeds now; without it, those that are due
  report --area SLUG [--csv FILE]                  what each run did, mended, rejected and held back
  allow --area SLUG --run NUMBER                   lets the next run take out what this one held back
  reports --area SLUG                              what readers said is wrong, by service
  duplicates --area SLUG                           pairs from different feeds that may be one service`;

/** Done; not done, and why was said; called in a way that cannot work. */
const [DONE, , MISUSED] = [0, 1, 2] as const;

const COMMANDS = {
	add: { run: commands.addFeed, needs: ["area", "from"] },
	stop: { run: commands.stopFeed, needs: ["area", "from"] },
	list: { run: commands.listFeeds, needs: [] },
	run: { run: commands.runArea, needs: [] },
	report: { run: commands.reportRuns, needs: ["area"] },
	allow: { run: commands.allowRun, needs: ["area", "run"] },
	reports: { run: commands.listReports, needs: ["area"] },
	duplicates: { run: commands.findDuplicates, needs: ["area"] },
} as const;

export type FeedsIo = {
	readonly print: (line: string) => void;
	/** Opens the directory. Null where it cannot be opened (said already). */
	readonly open: () => Promise<Dependencies | null>;
	/** https only. */
	readonly production: boolean;
};

/** `npm run feeds`: the feeds that are read on a schedule, and what came of it. */
export async function main(argv: readonly string[], io: FeedsIo): Promise<number> {
	const read = readArguments(argv);
	if (typeof read === "string") {
		io.print(read === USAGE ? USAGE : `${read}\n\n${USAGE}`);
		return read === USAGE ? DONE : MISUSED;
	}
	const wrong = read.name === "add" ? wrongAddress(read.from, io.production) : null;
	if (wrong !== null) {
		io.print(wrong);
		return MISUSED;
	}
	const deps = await io.open();
	return deps === null ? 1 : COMMANDS[read.name].run({ ...read, deps, print: io.print });
}

type Read = Omit<commands.FeedCommand, "deps" | "print"> & { readonly name: keyof typeof COMMANDS };

/** What was asked, or what is wrong with it. */
function readArguments(argv: readonly string[]): Read | string {
	const text = { type: "string" } as const;
	const options = { area: text, from: text, every: text, run: text, csv: text, help: { type: "boolean" } } as const;
	try {
		const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true });
		const [name, ...more] = positionals;
		if (values.help) return USAGE;
		if (name === undefined || !isCommand(name) || more.length > 0) return `"${positionals.join(" ")}" is no command.`;
		for (const needed of COMMANDS[name].needs) if (values[needed] === undefined) return `--${needed} is missing.`;
		const { area = null, from = "", every = "24", run = "0", csv = null } = values;
		if (area !== null && !AreaSlug.safeParse(area).success)
			return `"${area}" cannot be an area. Write it as in west-sussex.`;
		if (!/^\d{1,4}$/.test(every) || Number(every) < 1) return `--every takes whole hours from 1, not "${every}".`;
		if (!/^\d{1,15}$/.test(run)) return `--run takes a run's number, not "${run}".`;
		return { name, area, from, every: Number(every), run: Number(run), csv };
	} catch (error) {
		return error instanceof Error ? error.message : String(error);
	}
}

function isCommand(name: string): name is keyof typeof COMMANDS {
	return Object.hasOwn(COMMANDS, name);
}

function wrongAddress(from: string, production: boolean): string | null {
	if (!URL.canParse(from)) return `${from} is no address. A feed is known by its https address.`;
	const { protocol } = new URL(from);
	if (protocol === "https:" || (!production && protocol === "http:")) return null;
	return `${from} is not https. Ask the publisher for the secure address.`;
}

if (import.meta.filename === process.argv[1]) {
	const production = readEnv(process.env).ENVIRONMENT === "production";
	const print = (line: string) => console.log(line);
	process.exitCode = await main(process.argv.slice(2), { print, production, open: () => openDirectory(print) });
}
