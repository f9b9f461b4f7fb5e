import type { FieldEdit } from "#domain/directory/local-edits.ts";
import { londonMoment } from "#domain/directory/search/moment.ts";
import type { Service } from "#domain/directory/service.ts";
import { dateOf } from "#domain/hours/local-date.ts";
import type { Dependencies } from "#ports.ts";

/** What may be done to many listings at once. */
export const LISTING_ACTIONS = ["confirm", "close", "reopen", "hide", "show", "mask"] as const;
export type ListingAction = (typeof LISTING_ACTIONS)[number];

/** More than these at once is a slip of the hand. */
export const MOST_AT_ONCE = 200;

export type ChangeListingsInput = {
	readonly area: string;
	readonly ids: readonly string[];
	readonly action: ListingAction;
	readonly by: string;
};
export type ChangedListings = { readonly changed: readonly string[]; readonly left: readonly string[] };

/** Does the same to each of these listings, each with a version that can be undone. `left` were so already, or are not there. */
export async function changeListings(
	deps: Pick<Dependencies, "localEdits" | "clock">,
	{ area, ids, action, by }: ChangeListingsInput,
): Promise<ChangedListings> {
	const at = deps.clock.now();
	const today = dateOf(londonMoment(at, []).day);
	const changed: string[] = [];
	for (const id of [...new Set(ids)].slice(0, MOST_AT_ONCE)) {
		const record = await deps.localEdits.read(area, id);
		if (record === null) continue;
		const edits = editsOf(action, record.service, { by, today });
		const saved = await deps.localEdits.save(area, id, edits, { by, at, why: action });
		if (saved.kind === "saved") changed.push(id);
	}
	return { changed, left: ids.filter((id) => !changed.includes(id)) };
}

function editsOf(
	action: ListingAction,
	service: Service,
	{ by, today }: { readonly by: string; readonly today: string },
): readonly FieldEdit[] {
	switch (action) {
		case "confirm":
			return [
				{ field: "assured_date", value: today },
				{ field: "internal.assurer", value: by },
			];
		case "close":
			return [{ field: "status", value: "temporarily closed" }];
		case "reopen":
			return [{ field: "status", value: "active" }];
		case "hide":
			return [{ field: "internal.archived", value: true }];
		case "show":
			return [{ field: "internal.archived", value: null }];
		case "mask":
			return [{ field: "service_at_locations", value: maskedPlaces(service) }];
	}
}

function maskedPlaces({ service_at_locations }: Service): Service["service_at_locations"] | null {
	return service_at_locations?.map((place) => ({ ...place, location: { ...place.location, masked: true } })) ?? null;
}
