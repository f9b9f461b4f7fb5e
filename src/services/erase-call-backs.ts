import { DAY_MS, DELIVERED_KEPT_DAYS, ERASED_AT_AGE_DAYS } from "#domain/call-backs/retention.ts";
import { weekOf } from "#domain/tallies/tally.ts";
import type { ErasedCounts } from "#ports/call-backs.ts";
import type { Dependencies } from "#ports.ts";
import { escalateCallBacks } from "#services/escalate-call-backs.ts";

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
