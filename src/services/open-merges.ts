import { type ListingChange, listingChanges } from "#domain/directory/editing/listing-changes.ts";
import { type ListingGround, listingFields } from "#domain/directory/editing/listing-fields.ts";
import type { MergeProposal } from "#ports/merge-proposals.ts";
import type { Dependencies } from "#ports.ts";
import { listingGround } from "#services/listing-ground.ts";

/** Two listings that may be one, with what they say differently. */
export type OpenMerge = MergeProposal & {
	readonly names: readonly [string, string];
	readonly changes: readonly ListingChange[];
};

/** An area's pairs that nobody has decided yet, the latest first. A pair of which one is gone is left out. */
export async function openMerges(
	deps: Pick<Dependencies, "content" | "feed" | "localEdits" | "mergeProposals">,
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
