import { londonMoment } from "#domain/directory/search/moment.ts";
import { dateOf } from "#domain/hours/local-date.ts";
import { wallTimeAt } from "#domain/hours/zone-clock.ts";
import type { Dependencies } from "#ports.ts";
import { announce } from "#services/announce.ts";

/** Before the first team opens, in minutes after midnight. */
const MORNING = 6 * 60 + 30;

/**
 * Each morning's proof, by area, that what is sent arrives: it goes the way of a real request, sealed and opened on the way.
 * Areas that announce nothing have none. Answers how many were sent; a second run in a day sends none.
 */
export async function sendCanaries(
	deps: Pick<Dependencies, "areaSettings" | "callBacks" | "clock" | "sealing">,
): Promise<number> {
	const at = deps.clock.now();
	if (wallTimeAt("Europe/London", at.getTime()).minute < MORNING) return 0;
	const day = dateOf(londonMoment(at, []).day);
	let sent = 0;
	for (const area of await deps.areaSettings.areas()) {
		const { settings } = await deps.areaSettings.read(area);
		const messages = announce(settings, { area, kind: "canary", subject: day, to: "duty" });
		if (messages.length === 0) continue;
		const sealed = await deps.sealing.seal(area, "canary", day);
		if ((await deps.sealing.open(area, "canary", sealed)) !== day) throw new Error("What is sealed does not open.");
		if (await deps.callBacks.addCanary(area, day, at.getTime(), messages)) sent += 1;
	}
	return sent;
}
