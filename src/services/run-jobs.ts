import { faultKind } from "#domain/jobs/fault-kind.ts";
import { paceOf } from "#domain/jobs/schedule.ts";
import type { Dependencies } from "#ports.ts";
import { type Job, SCHEDULED_JOBS } from "#services/scheduled-jobs.ts";

export type JobOutcome = { readonly name: string; readonly fault: string | null };

/**
 * Runs every job that is due, one after the other. Two runners at once do each job once. A job that fails is recorded by
 * the kind of its fault and stops no other; one that hangs is given up when its hold ends, and the next runner goes on
 * with the others meanwhile. Answers what ran. Stops with UNAVAILABLE where the database cannot be reached.
 */
export async function runJobs(
	deps: Dependencies,
	scheduled: readonly Job[] = SCHEDULED_JOBS,
): Promise<readonly JobOutcome[]> {
	const outcomes: JobOutcome[] = [];
	for (const job of await due(deps, scheduled)) {
		const claim = await deps.jobs.claim(job.name, paceOf(job), deps.clock.now());
		if (claim === null) continue;
		const fault = await withinHold(job, deps);
		outcomes.push({ name: job.name, fault });
		await deps.jobs.finish(claim, fault, deps.clock.now());
	}
	return outcomes;
}

/** What one look at the table says may be due; only those are then claimed, so that a minute without work costs one query. */
async function due({ jobs, clock }: Dependencies, scheduled: readonly Job[]): Promise<readonly Job[]> {
	const known = new Map((await jobs.list()).map((record) => [record.name, record]));
	const now = clock.now().getTime();
	return scheduled.filter((job) => {
		const { lastStartedAt, lastFault } = known.get(job.name) ?? { lastStartedAt: null, lastFault: null };
		if (lastStartedAt === null || lastStartedAt.getTime() > now) return true;
		const { every, again } = paceOf(job);
		return now - lastStartedAt.getTime() >= (lastFault === null ? every : again);
	});
}

async function withinHold(job: Job, deps: Dependencies): Promise<string | null> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const tooLong = new Promise<string>((resolve) => {
		timer = setTimeout(() => resolve("took_too_long"), paceOf(job).hold);
	});
	const run = async () => {
		await job.run(deps);
		return null;
	};
	return Promise.race([run().catch(faultKind), tooLong]).finally(() => clearTimeout(timer));
}
