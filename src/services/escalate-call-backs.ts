import {
	DAY_MS,
	HOUR_MS,
	MANAGER_TOLD_AFTER_HOURS,
	OVERDUE_WITHOUT_PROMISE_DAYS,
} from "#domain/call-backs/retention.ts";
import type { Dependencies } from "#ports.ts";
import { announce } from "#services/announce.ts";

/**
 * Tells of requests that nobody tried to answer in time: the duty inbox at once, the area's manager a day later. The desk shows
 * them as overdue by itself. Twice at once tells once. Answers how many were told of.
 */
export async function escalateCallBacks(
	deps: Pick<Dependencies, "areaSettings" | "callBacks" | "clock" | "faultPoint">,
): Promise<number> {
	const now = deps.clock.now().getTime();
	const overdue = await deps.callBacks.overdue(now, OVERDUE_WITHOUT_PROMISE_DAYS * DAY_MS);
	let told = 0;
	for (const { reference, area, promisedBy, escalatedAt, escalatedAgainAt } of overdue) {
		await deps.faultPoint("escalation.found");
		const due = escalatedAt !== null && now - escalatedAt >= MANAGER_TOLD_AFTER_HOURS * HOUR_MS;
		const step = escalatedAt === null ? 1 : due && escalatedAgainAt === null ? 2 : null;
		if (step === null) continue;
		const { settings } = await deps.areaSettings.read(area);
		const kind = step === 1 ? "call_back.overdue" : "call_back.still_overdue";
		const to = step === 1 ? "duty" : "manager";
		const messages = announce(settings, { area, kind, subject: reference, to, promisedBy });
		await deps.callBacks.escalate(reference, step, now, messages);
		told += 1;
	}
	return told;
}
