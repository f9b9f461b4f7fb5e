/** Changes to a listing that wait for somebody: an editor's own draft, or what a provider says of its listing. */
export type Drafts = {
	readonly add: (draft: NewDraft) => Promise<void>;
	/** Null where the area has none with this id. */
	readonly find: (area: string, id: string) => Promise<Draft | null>;
	/** The oldest first. */
	readonly list: (area: string, state: DraftState) => Promise<readonly Draft[]>;
	/** Records a decision. False where it no longer waits: somebody else was first. */
	readonly decide: (area: string, id: string, decision: DraftDecision) => Promise<boolean>;
};

export type DraftState = "waiting" | "approved" | "refused";

export type NewDraft = {
	readonly id: string;
	readonly area: string;
	/** Null for a listing that does not exist yet. */
	readonly service: string | null;
	/** Who it came from: somebody at the desk, or the provider by a link. */
	readonly origin: "editor" | "provider";
	/** What the listing would say, as the fields of the listing form; for a provider's words, the fields it filled in. */
	readonly fields: Readonly<Record<string, string>>;
	readonly madeBy: string;
	readonly madeAt: Date;
};

export type Draft = NewDraft & {
	readonly state: DraftState;
	readonly decidedBy: string | null;
	readonly decidedAt: Date | null;
	readonly reason: string | null;
};

export type DraftDecision = {
	readonly state: Exclude<DraftState, "waiting">;
	readonly by: string;
	readonly at: Date;
	/** Why it was refused, for whoever made it. */
	readonly reason?: string;
};
