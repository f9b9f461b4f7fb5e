import type { Alarm } from "#domain/jobs/alarm.ts";
import type { Dependencies } from "#ports.ts";
import { ALARMS } from "#services/alarms.ts";
import { shownAtTheDeskAlone } from "#services/call-back-alarms.ts";
import { type JobState, showJobs } from "#services/show-jobs.ts";

export type HealthView = {
	readonly status: "ok" | "degraded";
	/** What cannot be reached. */
	readonly missing: readonly string[];
	readonly jobs: readonly JobState[];
	/** What somebody should see to, in words for machines: "bank_holidays_end_soon". */
	readonly alarms: readonly Alarm[];
	/** Areas whose requests to be rung back are announced nowhere: the desk alone shows them. */
	readonly desk_alone: readonly string[];
};

/** How the whole service is. Never throws: what cannot be asked is missing. */
export async function showHealth(deps: Dependencies): Promise<HealthView> {
	const missing = await deps.health.missing();
	if (missing.length > 0) return { status: "degraded", missing, jobs: [], alarms: [], desk_alone: [] };
	try {
		const jobs = await showJobs(deps);
		const alarms = (await Promise.all(ALARMS.map((find) => find(deps)))).flat();
		const well = jobs.every(({ late }) => !late) && alarms.length === 0;
		return { status: well ? "ok" : "degraded", missing, jobs, alarms, desk_alone: await shownAtTheDeskAlone(deps) };
	} catch {
		return { status: "degraded", missing: ["database"], jobs: [], alarms: [], desk_alone: [] };
	}
}
