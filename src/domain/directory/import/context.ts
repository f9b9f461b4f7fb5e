import type { Fields } from "#domain/directory/import/fields.ts";
import type { Ledger } from "#domain/directory/import/ledger.ts";
import type { TaxonomyShelf } from "#domain/directory/import/taxonomy-shelf.ts";

/** What the reading of one source shares. */
export type Context = {
	readonly ledger: Ledger;
	/** The area's slug: ids that are only unique within their feed are made unique with it. */
	readonly scope: string;
	/** "2026-05-17". Decides whether a service is on show when the source gives dates for that. */
	readonly today: string;
	readonly taxonomies: TaxonomyShelf;
	/** Records that the source lists apart from its services, opened afresh for each use. Keys are the source's own ids. */
	readonly organizations: (id: string, record: string) => Fields | null;
	readonly locations: (id: string, record: string) => Fields | null;
};
