import type { Clock } from "#ports/clock.ts";

/** So many failures in a row, and the service is left alone for a while. */
const MOST_FAILURES = 4;
const REST_MS = 60_000;

export type CircuitBreaker = {
	/** Whether to ask now. After a rest one request tries; until it has come back, no other does. */
	readonly closed: () => boolean;
	readonly report: (worked: boolean) => void;
};

export function createCircuitBreaker(clock: Clock): CircuitBreaker {
	let failures = 0;
	let restsUntil = 0;
	return {
		closed: () => {
			if (failures < MOST_FAILURES) return true;
			const now = clock.now().getTime();
			if (now < restsUntil) return false;
			restsUntil = now + REST_MS;
			return true;
		},
		report: (worked) => {
			failures = worked ? 0 : failures + 1;
			if (failures >= MOST_FAILURES) restsUntil = clock.now().getTime() + REST_MS;
		},
	};
}
