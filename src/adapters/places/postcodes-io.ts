import * as z from "zod";
import { type Nation, nationOfCode } from "#domain/places/nation.ts";
import type { Middle } from "#domain/places/outcode-middles.ts";
import type { Clock } from "#ports/clock.ts";

/** What a lookup says of a whole postcode; null where it does not know it or does not answer. Never throws. */
export type Lookup = (postcode: string) => Promise<{
	readonly district: string;
	readonly nation: Nation | null;
	readonly point: Middle | null;
} | null>;

/** A person is waiting. */
const PATIENCE_MS = 1_500;
/** After a failure nobody is asked for this long, so that not every person waits in vain. */
const REST_MS = 30_000;

const Answer = z.object({
	result: z.object({
		latitude: z.number().nullish(),
		longitude: z.number().nullish(),
		codes: z.object({ admin_district: z.string() }),
	}),
});

/**
 * Asks postcodes.io, or a council's own copy of it, at `address`. The postcode goes to whoever runs that, which is why
 * it is off unless a deployment says PLACES_LOOKUP=postcodes.io; the privacy notice must then say so.
 */
export function createPostcodesIo(address: string, clock: Clock): Lookup {
	let restUntil = 0;
	return async (postcode) => {
		if (clock.now().getTime() < restUntil) return null;
		try {
			const response = await fetch(`${address.replace(/\/+$/, "")}/postcodes/${encodeURIComponent(postcode)}`, {
				signal: AbortSignal.timeout(PATIENCE_MS),
				redirect: "error",
				headers: { accept: "application/json" },
			});
			// It does not know the postcode, or it is no longer in use: an answer all the same.
			if (response.status === 404) {
				await response.body?.cancel();
				return null;
			}
			if (!response.ok) throw new Error(`It answered ${response.status}.`);
			const { result } = Answer.parse(await response.json());
			const { latitude, longitude } = result;
			const district = result.codes.admin_district;
			return {
				district,
				nation: nationOfCode(district, postcode),
				point: latitude == null || longitude == null ? null : { latitude, longitude },
			};
		} catch {
			restUntil = clock.now().getTime() + REST_MS;
			return null;
		}
	};
}
