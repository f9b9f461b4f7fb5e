import type { SamePair, Sign } from "#domain/directory/same-records.ts";

/** Records of different feeds that look like one service. Nothing is merged by itself. */
export type MergeProposals = {
	/** Keeps pairs that are new. One that was decided is not proposed again. Answers how many are new. */
	readonly propose: (area: string, pairs: readonly SamePair[], at: Date) => Promise<number>;
	/** The latest first. */
	readonly list: (area: string, state?: MergeState) => Promise<readonly MergeProposal[]>;
	/** Records what a person decided. False where there is no such open proposal. `services` go in any order. */
	readonly decide: (
		area: string,
		services: readonly [string, string],
		decision: Exclude<MergeState, "open">,
		by: string,
		at: Date,
	) => Promise<boolean>;
};

export type MergeState = "open" | "merged" | "different";

export type MergeProposal = {
	readonly service: string;
	readonly other: string;
	/** 0 to 1. */
	readonly score: number;
	readonly because: readonly Sign[];
	readonly proposedAt: Date;
	readonly state: MergeState;
	readonly decidedBy: string | null;
	readonly decidedAt: Date | null;
};
