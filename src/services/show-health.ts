import type { Dependencies } from "#ports.ts";
import { ALARMS, type Alarm } from "#services/alarms.ts";
import { type JobState, showJobs } from "#services/show-jobs.ts";

export type HealthView = {
	readonly status: "ok" | "degraded";
	/** What cannot be reached. */
	readonly missing: readonly string[];
	readonly jobs: readonly JobState[];
	/** What somebody should see to, in words for machines: "bank_holidays_end_soon". */
	readonly alarms: readonly Alarm[];
};

/** How the whole service is. Never throws: what cannot be asked is missing. */
export async function showHealth(deps: Dependencies): Promise<HealthView> {
	const missing = await deps.health.missing();
	if (missing.length > 0) return { status: "degraded", missing, jobs: [], alarms: [] };
	try {
		const jobs = await showJobs(deps);
		const alarms = (await Promise.all(ALARMS.map((find) => find(deps)))).flat();
		const well = jobs.every(({ late }) => !late) && alarms.length === 0;
		return { status: well ? "ok" : "degraded", missing, jobs, alarms };
	} catch {
		return { status: "degraded", missing: ["database"], jobs: [], alarms: [] };
	}
}
