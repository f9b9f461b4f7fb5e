/** A message that failed this often is given up, loudly: somebody at the desk must look. */
export const MOST_ATTEMPTS = 8;
const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 3_600_000;

/**
 * Milliseconds until the next try after `attempts` that failed: 30 seconds, then twice as long each time up to an hour, spread
 * by `fraction` (0 to 1) over half to one and a half times that, so that many do not come back at once.
 */
export function waitAfter(attempts: number, fraction: number): number {
	const base = Math.min(FIRST_WAIT_MS * 2 ** Math.max(0, attempts - 1), LONGEST_WAIT_MS);
	return Math.round(base * (0.5 + fraction));
}

/** The longest that anything may wait: what waits longer was told so by a clock that was wrong. */
export const LONGEST_POSSIBLE_WAIT_MS = LONGEST_WAIT_MS * 1.5;
