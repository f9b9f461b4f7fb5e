import { isLate } from "#domain/jobs/schedule.ts";
import type { Dependencies } from "#ports.ts";
import { type Job, SCHEDULED_JOBS } from "#services/scheduled-jobs.ts";

/** What `/health` and the desk say of a job: instants and a kind of fault, never data. */
export type JobState = {
	readonly name: string;
	readonly every_minutes: number;
	readonly last_started: string | null;
	readonly last_success: string | null;
	readonly last_failure: string | null;
	/** Of the last run; null where it went well or has not ended. */
	readonly fault: string | null;
	readonly late: boolean;
};

/** How each scheduled job is. Stops with UNAVAILABLE where the database cannot be reached. */
export async function showJobs(
	{ jobs, clock }: Pick<Dependencies, "jobs" | "clock">,
	scheduled: readonly Job[] = SCHEDULED_JOBS,
): Promise<readonly JobState[]> {
	const [records, since] = await Promise.all([jobs.list(), jobs.since()]);
	const known = new Map(records.map((record) => [record.name, record]));
	return scheduled.map((job) => {
		const record = known.get(job.name);
		return {
			name: job.name,
			every_minutes: job.everyMinutes,
			last_started: record?.lastStartedAt?.toISOString() ?? null,
			last_success: record?.lastSucceededAt?.toISOString() ?? null,
			last_failure: record?.lastFailedAt?.toISOString() ?? null,
			fault: record?.lastFault ?? null,
			late: isLate(job, record?.lastSucceededAt ?? null, since, clock.now()),
		};
	});
}
