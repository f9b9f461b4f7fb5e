import type { Snapshot } from "#domain/directory/search/snapshot.ts";

/** Snapshots as the database keeps them: opaque bytes with a version and a checksum. */
export type Snapshots = {
	/** The newest stored version of an area's snapshot, null when there is none. Cheap: read once a minute. */
	readonly version: (area: string) => Promise<number | null>;
	/** When the newest was stored, null when there is none. */
	readonly publishedAt: (area: string) => Promise<Date | null>;
	readonly load: (area: string) => Promise<StoredSnapshot | null>;
	/** Stores the next version in one statement, so that a reader never sees half of it. Answers the version. */
	readonly publish: (area: string, bytes: Uint8Array, checksum: string, at: Date) => Promise<number>;
};

/** Snapshots opened and held in memory, so that a search asks no database. */
export type OpenSnapshots = {
	readonly of: (area: string) => Promise<
		| { readonly kind: "open"; readonly snapshot: Snapshot }
		/** The area has none yet. */
		| { readonly kind: "none" }
		/** It cannot be reached, and none is held. */
		| { readonly kind: "unavailable" }
	>;
};

export type StoredSnapshot = { readonly version: number; readonly bytes: Uint8Array; readonly checksum: string };
