import type { Draft } from "#ports/drafts.ts";
import { keepListing, readListingInput, type SavedListing, type SaveNeeds } from "#services/save-listing.ts";

export type DecideDraftInput = {
	readonly area: string;
	readonly draft: string;
	readonly decision: "approve" | "refuse";
	readonly by: string;
	/** Why not, for whoever made it. */
	readonly reason?: string;
};

export type DecidedDraft =
	| { readonly kind: "approved"; readonly saved: SavedListing }
	| { readonly kind: "refused" }
	/** Nobody approves a change of their own. */
	| { readonly kind: "own" }
	/** It no longer fits its listing: the fields that do not. It still waits. */
	| Extract<SavedListing, { kind: "invalid" }>
	/** There is none, or somebody else decided it. */
	| { readonly kind: "unknown" };

/** A second person's word on a change that waits. Of two who decide at once the first is heard. */
export async function decideDraft(deps: SaveNeeds, input: DecideDraftInput): Promise<DecidedDraft> {
	const draft = await deps.drafts.find(input.area, input.draft);
	if (draft?.state !== "waiting") return { kind: "unknown" };
	const { by, reason } = input;
	const at = deps.clock.now();
	if (input.decision === "refuse") {
		const told = reason === undefined ? {} : { reason };
		const refused = await deps.drafts.decide(input.area, draft.id, { state: "refused", by, at, ...told });
		return { kind: refused ? "refused" : "unknown" };
	}
	if (draft.madeBy === by) return { kind: "own" };
	const read = await readListingInput(deps, listingOf(draft));
	if (read.kind !== "read") return read;
	if (!(await deps.drafts.decide(input.area, draft.id, { state: "approved", by, at }))) return { kind: "unknown" };
	const why = draft.origin === "provider" ? "provider" : "approval";
	return { kind: "approved", saved: await keepListing(deps, listingOf(draft), read, why) };
}

function listingOf({ area, service, fields, madeBy }: Draft) {
	return { area, id: service, fields, by: madeBy };
}
