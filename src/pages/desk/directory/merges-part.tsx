import type { Context } from "hono";
import type { AppEnv } from "#env.ts";
import type { Desk, DeskPart } from "#pages/desk/desk-part.ts";
import { MergesPage } from "#pages/desk/directory/merges-page.tsx";
import { listingPaths } from "#pages/desk/directory/paths.ts";
import { decideMerge } from "#services/decide-merge.ts";
import { openMerges } from "#services/open-merges.ts";

/** Listings of different feeds that may be one. */
export const mergesPart: DeskPart = {
	label: (words) => words.desk_directory.merges.label,
	bar: { path: "/merges", permission: "directory.import" },
	waiting: {
		permission: "directory.import",
		of: async (deps, { area }) => {
			const { length } = await deps.mergeProposals.list(area.slug, "open");
			const { waiting } = deps.content.words.desk_directory.merges;
			return [{ count: length, text: waiting, href: listingPaths.merges(area.slug) }];
		},
	},
	routes: [
		{ method: "GET", path: "/merges", permission: "directory.import", answer: (c, desk) => list(c, desk) },
		{ method: "POST", path: "/merges", permission: "directory.import", answer: decide },
	],
};

async function list(c: Context<AppEnv>, desk: Desk, told?: string): Promise<Response> {
	const { ground, merges } = await openMerges(c.var.deps, desk.area.slug);
	const { words } = c.var.deps.content;
	return c.html(<MergesPage words={words} desk={desk} needs={ground.needs} merges={merges} told={told} />);
}

async function decide(c: Context<AppEnv>, desk: Desk): Promise<Response> {
	const { deps } = c.var;
	const area = desk.area.slug;
	const services = [desk.form.text("service"), desk.form.text("other")] as const;
	const keep = desk.form.text("keep") || null;
	const decided = await decideMerge(deps, { area, services, keep, by: desk.actor });
	if (decided !== "unknown")
		await deps.auditLog.append([
			{
				area,
				at: deps.clock.now(),
				actor: desk.actor,
				action: `merge.${decided}`,
				entity: "service",
				entityId: keep,
				detail: { services: [...services] },
			},
		]);
	const { merged, told_different, unknown } = deps.content.words.desk_directory.merges;
	return list(c, desk, { merged, different: told_different, unknown }[decided]);
}
