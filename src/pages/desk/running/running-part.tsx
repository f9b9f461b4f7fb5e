import type { Words } from "#content/library.ts";
import type { DeskPart } from "#pages/desk/desk-part.ts";
import { deskPaths } from "#pages/desk/desk-paths.ts";
import { RunningPage } from "#pages/desk/running/running-page.tsx";
import { showHealth } from "#services/show-health.ts";

/** What the service does by the clock, and what somebody should see to: the same as `/health` says. */
export const runningPart: DeskPart = {
	label: (words: Words) => words.desk_running.title,
	bar: { path: "/running", permission: "operations.read" },
	waiting: {
		permission: "operations.read",
		of: async (deps, { area }) => {
			const { jobs, alarms } = await showHealth(deps);
			const count = jobs.filter(({ late }) => late).length + alarms.length;
			const text = deps.content.words.desk_running.waiting;
			return [{ count, text, href: `${deskPaths.area(area.slug)}/running`, pressing: true }];
		},
	},
	routes: [
		{
			method: "GET",
			path: "/running",
			permission: "operations.read",
			answer: async (c, desk) =>
				c.html(<RunningPage words={c.var.deps.content.words} desk={desk} health={await showHealth(c.var.deps)} />),
		},
	],
};
