import { type ListingChange, listingChanges } from "#domain/directory/editing/listing-changes.ts";
import { type ListingGround, listingFields } from "#domain/directory/editing/listing-fields.ts";
import type { Draft } from "#ports/drafts.ts";
import type { Dependencies } from "#ports.ts";
import { listingGround } from "#services/listing-ground.ts";

/** A change that waits, with the listing's name as it is (null for a new one) and what it would change. */
export type WaitingDraft = Draft & { readonly name: string | null; readonly changes: readonly ListingChange[] };

/** An area's changes that somebody has to agree to, the oldest first. */
export async function waitingDrafts(
	deps: Pick<Dependencies, "content" | "feed" | "localEdits" | "drafts">,
	area: string,
): Promise<{ readonly ground: ListingGround; readonly drafts: readonly WaitingDraft[] }> {
	const [ground, drafts] = await Promise.all([listingGround(deps, area), deps.drafts.list(area, "waiting")]);
	const shown = drafts.map(async (draft): Promise<WaitingDraft> => {
		const record = draft.service === null ? null : await deps.localEdits.read(area, draft.service);
		if (record === null) return { ...draft, name: null, changes: listingChanges({}, draft.fields) };
		const before = listingFields(record.service, ground);
		// A field that a draft does not speak of stays as it is.
		return { ...draft, name: record.service.name, changes: listingChanges(before, { ...before, ...draft.fields }) };
	});
	return { ground, drafts: await Promise.all(shown) };
}
