import type { Route } from "#domain/conversation/route.ts";
import { dutyRoute, routeNow } from "#domain/conversation/routes-now.ts";
import { switchedOff } from "#domain/directory/area-settings.ts";
import type { Hours } from "#domain/hours/hours.ts";
import { isOpen, nextOpening } from "#domain/hours/opening.ts";
import { promise } from "#domain/hours/promise.ts";
import type { Dependencies } from "#ports.ts";
import { type AreaProfile, areaProfile } from "#services/area-profile.ts";
import { promiseText } from "#services/promise-text.ts";

/** Whether an area can be asked for a call now, and what is promised to whoever asks. */
export type CallBackDoor =
	| {
			readonly kind: "open";
			readonly profile: AreaProfile;
			readonly hours: Hours;
			readonly promisedBy: number | null;
			/** "by 5pm on Tuesday 29 December"; null where the area promises no time. */
			readonly promise: string | null;
			readonly teamOpen: boolean;
			readonly nextOpening: number | null;
			/** Who can be reached at this minute, without waiting for a call: the front door, or the emergency duty team. */
			readonly thereNow: Route | null;
	  }
	| { readonly kind: "closed"; readonly why: ClosedDoor; readonly profile: AreaProfile; readonly reason: string };

/** Switched off at the desk, never set up, or nothing to keep it locked with. */
export type ClosedDoor = "switched_off" | "not_offered" | "no_key";

/** The door of an area as it stands at this minute; null where there is no such area. */
export async function callBackDoor(
	deps: Pick<Dependencies, "content" | "areas" | "areaSettings" | "clock" | "sealing">,
	slug: string,
): Promise<CallBackDoor | null> {
	const profile = await areaProfile(deps, slug);
	if (!profile) return null;
	const off = switchedOff(profile.settings, "call_backs");
	if (off !== null) return { kind: "closed", why: "switched_off", profile, reason: off };
	const hours = profile.early_help_hours;
	if (!hours) return { kind: "closed", why: "not_offered", profile, reason: "" };
	if (!deps.sealing.ready) return { kind: "closed", why: "no_key", profile, reason: "" };
	const at = deps.clock.now();
	const { holidays, helpline, words } = deps.content;
	const promisedBy = promise(hours, at.getTime(), holidays);
	const teamOpen = isOpen(hours, at.getTime(), holidays);
	const duty = dutyRoute({ local: profile.routes, national: helpline }, at, holidays);
	return {
		kind: "open",
		profile,
		hours,
		promisedBy,
		promise: promisedBy === null ? null : promiseText(words, promisedBy, hours.zone),
		teamOpen,
		nextOpening: nextOpening(hours, at.getTime(), holidays),
		thereNow: duty ? routeNow(duty, at, holidays) : null,
	};
}
