import type { Dependencies } from "#ports.ts";

export type MergeInput = {
	readonly area: string;
	/** The two records, in any order. */
	readonly services: readonly [string, string];
	/** Of records that are one, the one that stays; null where they are two different services. */
	readonly keep: string | null;
	readonly by: string;
};
export type MergeDecision = "merged" | "different" | "unknown";

/**
 * Settles a proposal. Of two records that are one the other leaves the directory, now and whenever its feed is read
 * again, until somebody withdraws that (it is archived, as a local edit). "unknown" where nothing like it was proposed.
 */
export async function decideMerge(
	deps: Pick<Dependencies, "mergeProposals" | "localEdits" | "clock">,
	{ area, services, keep, by }: MergeInput,
): Promise<MergeDecision> {
	const at = deps.clock.now();
	if (keep === null)
		return (await deps.mergeProposals.decide(area, services, "different", by, at)) ? "different" : "unknown";
	const goes = services.find((id) => id !== keep);
	if (goes === undefined || !services.includes(keep)) return "unknown";
	if (!(await deps.mergeProposals.decide(area, services, "merged", by, at))) return "unknown";
	await deps.localEdits.save(area, goes, [{ field: "internal.archived", value: true }], { by, at, why: "merge" });
	return "merged";
}
