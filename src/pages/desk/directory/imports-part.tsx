import type { Context } from "hono";
import type { AppEnv } from "#env.ts";
import type { Desk, DeskPart } from "#pages/desk/desk-part.ts";
import { ImportRunPage } from "#pages/desk/directory/import-run-page.tsx";
import { ImportsPage } from "#pages/desk/directory/imports-page.tsx";
import { listingPaths } from "#pages/desk/directory/paths.ts";
import { deskError } from "#pages/desk/message-page.tsx";
import type { FeedRun } from "#ports/feed-register.ts";
import { feedRunCsv } from "#services/feed-run-csv.ts";

/** What the feeds brought, mended and refused, and a person's yes to what they would take out. */
export const importsPart: DeskPart = {
	label: (words) => words.desk_directory.imports.label,
	bar: { path: "/imports", permission: "directory.import" },
	waiting: {
		permission: "directory.import",
		of: async (deps, { area }) => {
			const latest = latestRuns(await deps.feedRegister.runs(area.slug));
			const troubled = latest.filter(({ outcome, counts }) => outcome === "refused" || (counts["heldBack"] ?? 0) > 0);
			const { waiting } = deps.content.words.desk_directory.imports;
			return [{ count: troubled.length, text: waiting, href: listingPaths.imports(area.slug) }];
		},
	},
	routes: [
		{ method: "GET", path: "/imports", permission: "directory.import", answer: (c, desk) => list(c, desk) },
		{
			method: "GET",
			path: "/imports/:run",
			permission: "directory.import",
			answer: (c, desk) => withRun(c, desk, show),
		},
		{
			method: "GET",
			path: "/imports/:run/table.csv",
			permission: "directory.import",
			answer: (c, desk) => withRun(c, desk, table),
		},
		{
			method: "POST",
			path: "/imports/:run",
			permission: "directory.import",
			answer: (c, desk) => withRun(c, desk, allow),
		},
	],
};

async function list(c: Context<AppEnv>, desk: Desk, told?: string): Promise<Response> {
	const runs = await c.var.deps.feedRegister.runs(desk.area.slug);
	return c.html(<ImportsPage words={c.var.deps.content.words} desk={desk} runs={runs} told={told} />);
}

/** A run of this area: the number of another area's run leads nowhere. */
async function withRun(
	c: Context<AppEnv>,
	desk: Desk,
	answer: (c: Context<AppEnv>, desk: Desk, run: FeedRun) => Promise<Response>,
): Promise<Response> {
	const runs = await c.var.deps.feedRegister.runs(desk.area.slug);
	const run = runs.find(({ key }) => String(key) === c.req.param("run"));
	return run === undefined ? deskError(c, "not_found") : answer(c, desk, run);
}

async function show(c: Context<AppEnv>, desk: Desk, run: FeedRun): Promise<Response> {
	const notes = await c.var.deps.feedRegister.notes(run.key);
	return c.html(<ImportRunPage words={c.var.deps.content.words} desk={desk} run={run} notes={notes} />);
}

async function table(c: Context<AppEnv>, _desk: Desk, run: FeedRun): Promise<Response> {
	c.header("content-type", "text/csv; charset=utf-8");
	c.header("content-disposition", `attachment; filename="import-${run.key}.csv"`);
	return c.body(feedRunCsv([[run, await c.var.deps.feedRegister.notes(run.key)]]));
}

async function allow(c: Context<AppEnv>, desk: Desk, run: FeedRun): Promise<Response> {
	const { deps } = c.var;
	const at = deps.clock.now();
	const area = desk.area.slug;
	const { allowed, not_allowed } = deps.content.words.desk_directory.imports;
	if ((await deps.feedRegister.allow(area, run.key, at)) !== "allowed") return list(c, desk, not_allowed);
	await deps.auditLog.append([
		{
			area,
			at,
			actor: desk.actor,
			action: "import.allowed",
			entity: "import",
			entityId: String(run.key),
			detail: { source: run.source },
		},
	]);
	return list(c, desk, allowed);
}

/** The newest run of each feed; runs come the newest first. */
function latestRuns(runs: readonly FeedRun[]): readonly FeedRun[] {
	return runs.filter((run, at) => runs.findIndex(({ source }) => source === run.source) === at);
}
