import { DAY_MS, DELIVERED_KEPT_DAYS, ERASED_AT_AGE_DAYS } from "#domain/call-backs/retention.ts";
import { weekOf } from "#domain/tallies/tally.ts";
import type { ErasedCounts } from "#ports/call-backs.ts";
import type { Dependencies } from "#ports.ts";
import { escalateCallBacks } from "#services/escalate-call-backs.ts";

/** A clock that went this far since the last run, in milliseconds, has leapt, or nothing ran for days. */
const LEAP_MS = 2 * DAY_MS;

/**
 * The same by a schedule. Where the clock seems to have leapt, nothing is erased in this run: one that is put right within the
 * hour has then taken nothing from anybody.
 */
export async function eraseWithSteadyClock(
	deps: Pick<Dependencies, "areaSettings" | "callBacks" | "clock" | "faultPoint" | "jobs" | "outbox">,
): Promise<ErasedCounts | null> {
	const last = (await deps.jobs.list()).find(({ name }) => name === ERASING)?.lastSucceededAt;
	if (last && deps.clock.now().getTime() - last.getTime() > LEAP_MS) return null;
	return eraseCallBacks(deps);
}

/** The name of the job. */
export const ERASING = "erase-call-backs";

/**
 * Erases what is due by the clock; counts alone are left. What nobody answered is told of first, so that nothing is forgotten
 * in silence. Messages that arrived, or were given up long ago, go as well. Twice at once erases once.
 */
export async function eraseCallBacks(
	deps: Pick<Dependencies, "areaSettings" | "callBacks" | "clock" | "faultPoint" | "outbox">,
): Promise<ErasedCounts> {
	await escalateCallBacks(deps);
	await deps.faultPoint("erasure.started");
	const now = deps.clock.now().getTime();
	await deps.outbox.clear(now - DELIVERED_KEPT_DAYS * DAY_MS, now - ERASED_AT_AGE_DAYS * DAY_MS);
	return deps.callBacks.eraseDue(now, (instant) => weekOf(new Date(instant)));
}
