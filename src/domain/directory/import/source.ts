import type { ImportFormat, Reject } from "#domain/directory/import-batch.ts";

/** A record as its source holds it, in the standard's names as far as a table could be turned into them. */
export type SourceRecord = {
	readonly value: unknown;
	/** Where it stands: "services.csv, row 12". */
	readonly position: string;
};

/** What the files hold, before any value has been looked at. */
export type Source = {
	readonly format: ImportFormat;
	readonly services: readonly SourceRecord[];
	/** Records that services point to, by the source's own ids. */
	readonly organizations: ReadonlyMap<string, unknown>;
	readonly locations: ReadonlyMap<string, unknown>;
	readonly taxonomies: readonly SourceRecord[];
	readonly terms: readonly SourceRecord[];
	/** Rows that could not be read at all. */
	readonly rejects: readonly Reject[];
	/** Rows joined into the services already. */
	readonly folded: number;
};

/** A source with nothing in it, to build on. */
export const EMPTY_SOURCE = {
	services: [],
	organizations: new Map<string, unknown>(),
	locations: new Map<string, unknown>(),
	taxonomies: [],
	terms: [],
	rejects: [],
	folded: 0,
} as const;
