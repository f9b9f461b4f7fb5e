export type Health = {
	/** Names what is missing; an empty list means all is well. Never throws. */
	readonly missing: () => Promise<readonly string[]>;
};
