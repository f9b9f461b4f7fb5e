import { type LimitKind, PER_MINUTE } from "#domain/limits/limit-kinds.ts";
import { networkOf } from "#domain/limits/network-of.ts";
import type { Clock } from "#ports/clock.ts";
import type { Limited } from "#ports/limits.ts";

/** Networks counted apart in one minute; beyond it newcomers share places, so that memory stays bounded and limits hold. */
export const MOST_NETWORKS = 50_000;
const SHARED_PLACES = 1024;
const MINUTE = 60_000;
const DAY = 86_400_000;

type Needs = {
	readonly clock: Clock;
	readonly perMinute?: Readonly<Record<LimitKind, number>>;
	readonly mostNetworks?: number;
};

/**
 * Counts in the memory of this process, by fixed minutes, as the edge's own limits do. No address is kept: only a hash
 * of it with a salt that is made anew each day and never leaves the process.
 */
export function createMemoryLimits({ clock, perMinute = PER_MINUTE, mostNetworks = MOST_NETWORKS }: Needs): Limited {
	const counts = new Map<string, number>();
	let minute = Number.NaN;
	let day = Number.NaN;
	let salt = new Uint8Array(16);

	return async (kind, who) => {
		const now = clock.now().getTime();
		const today = Math.floor(now / DAY);
		if (today !== day) {
			day = today;
			salt = crypto.getRandomValues(new Uint8Array(16));
		}
		const thisMinute = Math.floor(now / MINUTE);
		if (thisMinute !== minute) {
			minute = thisMinute;
			counts.clear();
		}
		const hash = await saltedHash(salt, networkOf(who));
		const own = `${kind} ${hash}`;
		const full = counts.size >= mostNetworks && !counts.has(own);
		const place = full ? `${kind} shared ${Number.parseInt(hash.slice(0, 8), 16) % SHARED_PLACES}` : own;
		const count = (counts.get(place) ?? 0) + 1;
		counts.set(place, count);
		return count > perMinute[kind];
	};
}

async function saltedHash(salt: Uint8Array, text: string): Promise<string> {
	const words = new TextEncoder().encode(text);
	const salted = new Uint8Array(salt.length + words.length);
	salted.set(salt);
	salted.set(words, salt.length);
	const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", salted));
	return [...hash.subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
