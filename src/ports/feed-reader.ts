/** What stands at a path or an address: named texts, or why there are none, in words that say how to mend it. */
export type SourceRead =
	| {
			readonly kind: "files";
			readonly files: ReadonlyMap<string, string>;
			readonly notes: readonly string[];
			/** Only what changed lately: what is not there is not missing. */
			readonly partial?: boolean;
			/** Nothing has changed lately. */
			readonly empty?: boolean;
	  }
	/** The path or address itself is wrong. */
	| { readonly kind: "missing"; readonly reason: string }
	/** It is there and cannot be taken. */
	| { readonly kind: "failed"; readonly reason: string };

/** Fetches what stands at a feed's address, politely and within bounds. What goes wrong is the answer. */
export type FeedReader = { readonly read: (address: string, options?: ReadOptions) => Promise<SourceRead> };

export type ReadOptions = {
	/** Only what changed since then, where the feed can tell; else all of it. */
	readonly since?: Date | null;
	/** Lets a reading that was cut short be gone on with. */
	readonly progress?: ReadProgress;
};

/** The answers of a reading so far. */
export type ReadProgress = {
	readonly load: () => Promise<readonly KeptAnswer[]>;
	readonly keep: (answers: readonly KeptAnswer[]) => Promise<void>;
	readonly forget: () => Promise<void>;
};

/** An answer, the address that was asked, and the one that answered in the end. */
export type KeptAnswer = { readonly asked: string; readonly url: string; readonly text: string };
