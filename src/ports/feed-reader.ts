/** What stands at a path or an address: named texts, or why there are none, in words that say how to mend it. */
export type SourceRead =
	| { readonly kind: "files"; readonly files: ReadonlyMap<string, string>; readonly notes: readonly string[] }
	/** The path or address itself is wrong. */
	| { readonly kind: "missing"; readonly reason: string }
	/** It is there and cannot be taken. */
	| { readonly kind: "failed"; readonly reason: string };

/** Fetches what stands at a feed's address, politely and within bounds. What goes wrong is the answer. */
export type FeedReader = { readonly read: (address: string) => Promise<SourceRead> };
