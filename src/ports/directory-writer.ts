import type { ImportBatch, ImportCounts } from "#domain/directory/import-batch.ts";
import type { Service } from "#domain/directory/service.ts";

export type DirectoryWriter = {
	/**
	 * Writes a batch in one transaction: creates, updates what differs, leaves the rest alone, marks what the feed
	 * no longer holds. Also records the run with its repairs and rejects. Running it twice changes nothing the second time.
	 */
	readonly applyImport: (area: string, source: string, batch: ImportBatch, at: Date) => Promise<ImportCounts>;
	/** Every record of the area that may be published, masked places included (flagged), for the snapshot. */
	readonly publishable: (area: string) => Promise<readonly Service[]>;
};
