import { DAY_MS, HOUR_MS } from "#domain/call-backs/retention.ts";
import { switchedOff } from "#domain/directory/area-settings.ts";
import { londonMoment } from "#domain/directory/search/moment.ts";
import { dateOf } from "#domain/hours/local-date.ts";
import type { Alarm } from "#domain/jobs/alarm.ts";
import type { Dependencies } from "#ports.ts";
import { isAnnounced } from "#services/announce.ts";
import { type AreaProfile, areaProfile } from "#services/area-profile.ts";

/** A message that has waited this long is in trouble, whatever its next try brings. */
const TOO_LONG_MS = HOUR_MS;
/** A canary that has not arrived by then is lost. */
const CANARY_PATIENCE_MS = HOUR_MS;

/** Messages that were given up or wait too long, promises that were broken, and canaries that never arrived. */
export async function messagesInTrouble({
	callBacks,
	clock,
	outbox,
}: Pick<Dependencies, "callBacks" | "clock" | "outbox">): Promise<readonly Alarm[]> {
	const at = clock.now();
	const now = at.getTime();
	const today = dateOf(londonMoment(new Date(now - DAY_MS), []).day);
	const [state, counts, lost] = await Promise.all([
		outbox.state(now),
		callBacks.counts(now),
		callBacks.lostCanaries(now - CANARY_PATIENCE_MS, today),
	]);
	return [
		counted("messages_given_up", sum(state.map(({ dead }) => dead))),
		counted("messages_wait_too_long", state.filter(({ oldest }) => (oldest ?? 0) > TOO_LONG_MS).length),
		counted("call_backs_overdue", sum(counts.map(({ overdue }) => overdue))),
		counted("canaries_lost", lost.length),
	].flat();
}

/** Areas that take requests though nothing but the desk shows them, and a deployment that has no key to take them with. */
export async function callBacksNotSetUp(
	deps: Pick<Dependencies, "areas" | "areaSettings" | "content" | "sealing">,
): Promise<readonly Alarm[]> {
	const real = (await offering(deps)).filter(({ area }) => !area.demonstration);
	if (real.length > 0 && !deps.sealing.ready) return [{ alarm: "call_backs_have_no_key" }];
	return counted("call_backs_shown_at_the_desk_alone", real.filter(({ settings }) => !isAnnounced(settings)).length);
}

/** The areas whose requests the desk alone shows, the demonstration among them. */
export async function shownAtTheDeskAlone(
	deps: Pick<Dependencies, "areas" | "areaSettings" | "content">,
): Promise<readonly string[]> {
	return (await offering(deps)).filter(({ settings }) => !isAnnounced(settings)).map(({ area }) => area.slug);
}

async function offering(
	deps: Pick<Dependencies, "areas" | "areaSettings" | "content">,
): Promise<readonly AreaProfile[]> {
	const stored = await deps.areas.list().catch(() => []);
	const slugs = [...new Set([...deps.content.content.areas, ...stored].map(({ slug }) => slug))];
	const profiles = await Promise.all(slugs.map((slug) => areaProfile(deps, slug)));
	return profiles
		.filter((profile) => profile !== null)
		.filter((profile) => profile.early_help_hours !== null && switchedOff(profile.settings, "call_backs") === null);
}

function counted(alarm: string, count: number): readonly Alarm[] {
	return count > 0 ? [{ alarm, count }] : [];
}

function sum(numbers: readonly number[]): number {
	return numbers.reduce((total, number) => total + number, 0);
}
