import { type ListingChange, listingChanges } from "#domain/directory/editing/listing-changes.ts";
import { type ListingGround, listingFields } from "#domain/directory/editing/listing-fields.ts";
import type { Draft } from "#ports/drafts.ts";
import type { MergeProposal } from "#ports/merge-proposals.ts";
import type { Dependencies } from "#ports.ts";
import { listingGround } from "#services/listing-ground.ts";

type WaitingNeeds = Pick<Dependencies, "content" | "feed" | "localEdits">;

/** A change that waits, with the listing's name as it is (null for a new one) and what it would change. */
export type WaitingDraft = Draft & { readonly name: string | null; readonly changes: readonly ListingChange[] };

/** An area's changes that somebody has to agree to, the oldest first. */
export async function waitingDrafts(
	deps: WaitingNeeds & Pick<Dependencies, "drafts">,
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

/** Two listings that may be one, with what they say differently. */
export type OpenMerge = MergeProposal & {
	readonly names: readonly [string, string];
	readonly changes: readonly ListingChange[];
};

/** An area's pairs that nobody has decided yet, the latest first. A pair of which one is gone is left out. */
export async function openMerges(
	deps: WaitingNeeds & Pick<Dependencies, "mergeProposals">,
	area: string,
): Promise<{ readonly ground: ListingGround; readonly merges: readonly OpenMerge[] }> {
	const [ground, proposals] = await Promise.all([listingGround(deps, area), deps.mergeProposals.list(area, "open")]);
	const shown = proposals.map(async (proposal): Promise<readonly OpenMerge[]> => {
		const [one, other] = await Promise.all([
			deps.localEdits.read(area, proposal.service),
			deps.localEdits.read(area, proposal.other),
		]);
		if (one === null || other === null) return [];
		return [
			{
				...proposal,
				names: [one.service.name, other.service.name],
				changes: listingChanges(listingFields(one.service, ground), listingFields(other.service, ground)),
			},
		];
	});
	return { ground, merges: (await Promise.all(shown)).flat() };
}
