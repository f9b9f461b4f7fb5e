import { type BuildOptions, buildBatch } from "#domain/directory/import/build-batch.ts";
import { findSource } from "#domain/directory/import/formats/find-source.ts";
import { openLedger } from "#domain/directory/import/ledger.ts";
import type { ImportBatch } from "#domain/directory/import-batch.ts";

export type ImportRead =
	| { readonly kind: "batch"; readonly batch: ImportBatch }
	/** Nothing that can be imported: why, and what was seen in each file. */
	| { readonly kind: "unreadable"; readonly reason: string; readonly seen: readonly string[] };

/**
 * Reads a directory out of named texts (a feed's pages, a folder of tables): finds the format, repairs, joins, checks.
 * Pure, and the same for the same input. `scope` is the area's slug, `today` an ISO date.
 */
export function readImport(files: ReadonlyMap<string, string>, options: BuildOptions): ImportRead {
	const ledger = openLedger();
	const found = findSource(files, ledger);
	if (found.kind === "unreadable") return found;
	return { kind: "batch", batch: buildBatch(found.source, options, ledger) };
}
