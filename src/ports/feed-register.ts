import type { ImportBatch, Reject } from "#domain/directory/import-batch.ts";
import type { ReadProgress } from "#ports/feed-reader.ts";

/** Which feeds are read on a schedule, and what came of it. */
export type FeedRegister = {
	/** Adds a feed, due at once; or changes how often it is read. */
	readonly add: (area: string, source: string, everyHours: number, at: Date) => Promise<void>;
	/** Stops reading it. Its services stay. False where there is no such feed. */
	readonly stop: (area: string, source: string) => Promise<boolean>;
	readonly list: (area: string | null) => Promise<readonly RegisteredFeed[]>;
	/** Makes an area's feeds due now. */
	readonly hasten: (area: string, at: Date) => Promise<void>;
	/** The feed that has been due longest, held for the caller alone until it is released or the time is up. */
	readonly claim: (area: string | null, at: Date) => Promise<FeedClaim | null>;
	/** Lets a claimed feed go and says when it is due again: after its hours, or sooner where it failed. */
	readonly release: (claim: FeedClaim, failed: boolean, at: Date) => Promise<void>;
	/** Records a run that changed nothing, and why. */
	readonly refused: (claim: FeedClaim, reason: string, rejects: readonly Reject[], at: Date) => Promise<void>;
	/** An area's runs, the newest first. */
	readonly runs: (area: string) => Promise<readonly FeedRun[]>;
	readonly notes: (run: number) => Promise<FeedRunNotes>;
	/** A person's yes to the deletions that a run held back. The next run carries them out. */
	readonly allow: (area: string, run: number, at: Date) => Promise<"allowed" | "unknown" | "nothing held back">;
	/** The answers of a reading that was cut short within the last hours, and where to keep those of the next. */
	readonly progress: (claim: FeedClaim, at: Date) => ReadProgress;
	/** Which feed brought each service, and its ids elsewhere. */
	readonly origins: (area: string) => Promise<ReadonlyMap<string, Origin>>;
};

export type RegisteredFeed = {
	readonly area: string;
	readonly source: string;
	readonly everyHours: number | null;
	readonly dueAt: Date;
	readonly lastRunAt: Date | null;
	readonly failures: number;
};

export type FeedClaim = {
	readonly area: string;
	readonly source: string;
	readonly everyHours: number;
	readonly failures: number;
	readonly until: number;
};

export type FeedRun = {
	readonly key: number;
	readonly source: string;
	readonly ranAt: Date;
	readonly outcome: "imported" | "refused";
	readonly reason: string | null;
	/** With `partial`: only what had changed was read. */
	readonly counts: Readonly<Record<string, number>>;
};

export type FeedRunNotes = {
	readonly rejects: readonly Reject[];
	readonly repairs: ImportBatch["repairs"];
	/** Ids of services. */
	readonly heldBack: readonly string[];
};

export type Origin = { readonly source: string | null; readonly externalIds: readonly string[] };
