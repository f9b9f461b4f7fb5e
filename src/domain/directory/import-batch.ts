import type { Service, Taxonomy, TaxonomyTerm } from "#domain/directory/service.ts";

/** Something in a source that was mended, and how. */
export type Repair = {
	readonly record: string;
	readonly field: string;
	readonly rule: string;
	readonly before: string;
	readonly after: string;
};

/** A row that could not be taken, and why, in words its owner can act on. */
export type Reject = { readonly record: string; readonly reason: string; readonly row: string };

/** What a feed or file amounts to once it has been read, repaired and checked. Pure value; nothing is stored yet. */
export type ImportBatch = {
	readonly format: ImportFormat;
	readonly services: readonly Service[];
	readonly taxonomies: readonly Taxonomy[];
	readonly taxonomyTerms: readonly TaxonomyTerm[];
	readonly repairs: readonly Repair[];
	readonly rejects: readonly Reject[];
	/** Rows read at the source, so that read = services + rejects + folded. */
	readonly read: number;
	/** Rows that were joined into another record (a second location of the same service, say). */
	readonly folded: number;
	/** Only what changed lately: what is not in it is not missing. */
	readonly partial?: boolean;
};

export type ImportFormat = "oruk-v3" | "oruk-v1" | "ndjson" | "hsds-csv" | "four-table-csv" | "outpost-csv";

/** What an import did to the directory. */
export type ImportCounts = {
	readonly created: number;
	readonly updated: number;
	readonly unchanged: number;
	/** In the directory from this feed before, not in it now. */
	readonly missing: number;
	/** Of the missing, those that were taken out: missing twice running, and few enough to be believed. */
	readonly deleted: number;
	/** Of the missing, those that would have been taken out but are so many that a person must allow it first. */
	readonly heldBack: number;
};
