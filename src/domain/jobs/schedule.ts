/** How often a job runs, and how long one run may take. */
export type Schedule = {
	readonly name: string;
	readonly everyMinutes: number;
	/** A run that takes longer is given up, and the next may begin. */
	readonly holdMinutes?: number;
};

const MINUTE = 60_000;
const HOLD_MINUTES = 5;
/** After a failure a rare job does not wait its whole time. */
const AGAIN_MINUTES = 10;
/** A late job is one that nobody can excuse by a slow minute or a deployment, in minutes. */
const GRACE_MINUTES = 10;

/**
 * The pace of a schedule in milliseconds. Runners come once a minute and never to the second, so a job is due half a
 * minute early: one that is due each minute then runs each minute.
 */
export function paceOf({ everyMinutes, holdMinutes = HOLD_MINUTES }: Schedule) {
	const early = MINUTE / 2;
	return {
		every: everyMinutes * MINUTE - early,
		again: Math.min(everyMinutes, AGAIN_MINUTES) * MINUTE - early,
		hold: holdMinutes * MINUTE,
	};
}

/**
 * Whether a job has not succeeded for twice its time and ten minutes: counted from its last success, else from when it
 * could first have run. Where neither is known it is not called late.
 */
export function isLate({ everyMinutes }: Schedule, succeededAt: Date | null, since: Date | null, now: Date): boolean {
	const from = succeededAt ?? since;
	return from !== null && now.getTime() - from.getTime() > (2 * everyMinutes + GRACE_MINUTES) * MINUTE;
}
