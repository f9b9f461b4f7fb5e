import { writeFile } from "node:fs/promises";
import { counted, countsLine } from "#cli/import-report.ts";
import { samePairs } from "#domain/directory/same-records.ts";
import type { Dependencies } from "#ports.ts";
import { feedRunCsv } from "#services/feed-run-csv.ts";
import { newArea } from "#services/import-feed.ts";
import { publishChanged } from "#services/publish-changed.ts";
import { runFeeds } from "#services/run-feeds.ts";

/** What a command of `npm run feeds` is given. Each answers its exit code: 0 done, 1 not done (said why). */
export type FeedCommand = {
	readonly deps: Dependencies;
	readonly print: (line: string) => void;
	readonly area: string | null;
	readonly from: string;
	readonly every: number;
	readonly run: number;
	readonly csv: string | null;
};

export async function addFeed({ deps, print, area, from, every }: FeedCommand): Promise<number> {
	const slug = area ?? "";
	if ((await deps.areas.find(slug)) === null) {
		const added = newArea(deps.places.book, slug);
		await deps.areas.save(added);
		print(`${added.name} is a new area here.`);
	}
	await deps.feedRegister.add(slug, from, every, deps.clock.now());
	print(
		`${from} is read every ${counted(every, "hour")} from now on. Read it at once with: npm run feeds -- run --area ${slug}`,
	);
	return 0;
}

export async function stopFeed({ deps, print, area, from }: FeedCommand): Promise<number> {
	const stopped = await deps.feedRegister.stop(area ?? "", from);
	print(
		stopped ? `${from} is read no more. Its services stay.` : `${area} has no feed ${from}. See: npm run feeds -- list`,
	);
	return stopped ? 0 : 1;
}

export async function listFeeds({ deps, print, area }: FeedCommand): Promise<number> {
	const feeds = await deps.feedRegister.list(area);
	if (feeds.length === 0) print("There is no feed yet. Add one with: npm run feeds -- add --area SLUG --from ADDRESS");
	for (const { area: of, source, everyHours, dueAt, lastRunAt, failures } of feeds) {
		const rhythm =
			everyHours === null ? "by hand" : `every ${counted(everyHours, "hour")}, next ${dueAt.toISOString()}`;
		const trouble = failures === 0 ? "" : `, failed ${counted(failures, "time")} running`;
		print(`${of}  ${source}\n    ${rhythm}; last run ${lastRunAt?.toISOString() ?? "never"}${trouble}`);
	}
	return 0;
}

export async function runArea({ deps, print, area }: FeedCommand): Promise<number> {
	if (area !== null) await deps.feedRegister.hasten(area, deps.clock.now());
	const outcomes = await runFeeds(deps, { area });
	if (outcomes.length === 0) print("No feed is due, or another run is reading it just now.");
	for (const { area: of, source, result } of outcomes) {
		if (result.kind === "refused") {
			print(`${source}: ${result.reason} Nothing was changed.`);
			continue;
		}
		print(`${source}: ${countsLine(of, result.counts)}`);
		if (result.counts.heldBack > 0)
			print(
				`  ${counted(result.counts.heldBack, "service")} would go, more than a fifth of this feed. Look at npm run feeds -- report --area ${of}, then allow it.`,
			);
	}
	for (const published of await publishChanged(deps)) print(`The directory of ${published} is published.`);
	return outcomes.some(({ result }) => result.kind === "refused") ? 1 : 0;
}

export async function allowRun({ deps, print, area, run }: FeedCommand): Promise<number> {
	const answer = await deps.feedRegister.allow(area ?? "", run, deps.clock.now());
	const said = {
		allowed: `Allowed. The next run takes out what run ${run} held back and is still missing; it is due now.`,
		unknown: `${area} has no run ${run}. See: npm run feeds -- report --area ${area}`,
		"nothing held back": `Run ${run} held nothing back.`,
	};
	print(said[answer]);
	return answer === "allowed" ? 0 : 1;
}

export async function reportRuns({ deps, print, area, csv }: FeedCommand): Promise<number> {
	const runs = await deps.feedRegister.runs(area ?? "");
	if (runs.length === 0) print(`${area} has no runs yet.`);
	for (const { key, ranAt, source, outcome, reason, counts } of runs) {
		const numbers = Object.entries(counts).map(([name, count]) => `${name} ${count}`);
		print(`Run ${key}  ${ranAt.toISOString()}  ${source}\n    ${outcome}: ${reason ?? numbers.join(", ")}`);
	}
	if (csv !== null) {
		const notes = [];
		for (const run of runs) notes.push([run, await deps.feedRegister.notes(run.key)] as const);
		await writeFile(csv, feedRunCsv(notes));
		print(`All of it is in ${csv}.`);
	}
	return 0;
}

export async function findDuplicates({ deps, print, area }: FeedCommand): Promise<number> {
	const origins = await deps.feedRegister.origins(area ?? "");
	const services = await deps.directory.publishable(area ?? "");
	const pairs = samePairs(
		services.map((service) => ({ service, ...(origins.get(service.id) ?? { source: null, externalIds: [] }) })),
	);
	print(
		`${counted(pairs.length, "pair")} among ${counted(services.length, "service")} may be one and the same. Nothing was merged.`,
	);
	for (const { one, other, score, because } of pairs) {
		print(`${score.toFixed(2)}  ${because.join(", ")}`);
		for (const { service, source } of [one, other])
			print(`      ${service.name}  (${service.id}, ${source ?? "written here"})`);
	}
	return 0;
}

export async function listReports({ deps, print, area }: FeedCommand): Promise<number> {
	const { reasons } = deps.content.words.reports;
	const said = new Map(Object.entries(reasons));
	const reports = await deps.serviceReports.of(area ?? "");
	if (reports.length === 0) print(`No reader has reported anything in ${area}.`);
	for (const { service, reason, reports: count, latest } of reports)
		print(`${String(count).padStart(5)}  ${service}  ${said.get(reason) ?? reason} (last on ${latest})`);
	return 0;
}
