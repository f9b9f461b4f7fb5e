import { type ListingChange, listingChanges } from "#domain/directory/editing/listing-changes.ts";
import { type ListingGround, listingFields } from "#domain/directory/editing/listing-fields.ts";
import type { ServiceVersion } from "#ports/service-history.ts";
import type { Dependencies } from "#ports.ts";
import { listingGround } from "#services/listing-ground.ts";

export type ListingState = ServiceVersion & { readonly changes: readonly ListingChange[] };

/** Older states are there, and are not shown at once. */
const MOST_STATES = 30;

/** The states that a listing had, the newest first, each with what it changed in the one before it. */
export async function listingHistory(
	deps: Pick<Dependencies, "content" | "feed" | "serviceHistory">,
	{ area, id }: { readonly area: string; readonly id: string },
): Promise<{ readonly ground: ListingGround; readonly states: readonly ListingState[] }> {
	const [ground, versions] = await Promise.all([listingGround(deps, area), deps.serviceHistory.list(area, id)]);
	const shown = versions.slice(0, MOST_STATES + 1);
	const forms = await Promise.all(
		shown.map(async ({ version }) => {
			const service = await deps.serviceHistory.read(area, id, version);
			return service === null ? {} : listingFields(service, ground);
		}),
	);
	const states = shown.map((state, at) => ({
		...state,
		changes: listingChanges(forms[at + 1] ?? {}, forms[at] ?? {}),
	}));
	return { ground, states: states.slice(0, MOST_STATES) };
}
