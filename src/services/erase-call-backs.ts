import { weekOf } from "#domain/tallies/tally.ts";
import type { ErasedCounts } from "#ports/call-backs.ts";
import type { Dependencies } from "#ports.ts";
import { escalateCallBacks } from "#services/escalate-call-backs.ts";

/**
 * Erases what is due by the clock; counts alone are left. What nobody answered is told of first, so that nothing is forgotten
 * in silence. Twice at once erases once.
 */
export async function eraseCallBacks(
	deps: Pick<Dependencies, "areaSettings" | "callBacks" | "clock" | "faultPoint">,
): Promise<ErasedCounts> {
	await escalateCallBacks(deps);
	await deps.faultPoint("erasure.started");
	return deps.callBacks.eraseDue(deps.clock.now().getTime(), (instant) => weekOf(new Date(instant)));
}
