/** Work that is done by the clock, as the database remembers it. */
export type Jobs = {
	/**
	 * Takes a job for the caller alone, until `hold` milliseconds have passed or it is finished. Null where somebody else
	 * has it, or where it ran less than `every` milliseconds ago (less than `again` where that run failed).
	 */
	readonly claim: (name: string, pace: JobPace, at: Date) => Promise<JobClaim | null>;
	/** Lets a job go and records what came of it: null for success, else a kind of fault and never data. */
	readonly finish: (claim: JobClaim, fault: string | null, at: Date) => Promise<void>;
	/** Every job that ever started. */
	readonly list: () => Promise<readonly JobRecord[]>;
	/** When the database was last migrated: a job cannot have run before. Null where nobody knows. */
	readonly since: () => Promise<Date | null>;
};

/** In milliseconds. */
export type JobPace = { readonly every: number; readonly again: number; readonly hold: number };

export type JobClaim = { readonly name: string; readonly run: number };

export type JobRecord = {
	readonly name: string;
	/** The end of the hold of whoever has it now; null where nobody has. */
	readonly heldUntil: Date | null;
	readonly lastStartedAt: Date | null;
	readonly lastSucceededAt: Date | null;
	readonly lastFailedAt: Date | null;
	readonly lastFault: string | null;
	readonly runs: number;
};
