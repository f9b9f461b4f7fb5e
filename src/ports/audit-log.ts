import type { AuditEntry, AuditRecord, ChainState } from "#domain/desk/audit-entry.ts";

export type AuditQuestion = {
	readonly area: string;
	/** Only actions that begin with this. */
	readonly action?: string | undefined;
	/** Only entries whose actor holds this. */
	readonly actor?: string | undefined;
	readonly entity?: string | undefined;
	readonly entityId?: string | undefined;
	readonly from?: Date | undefined;
	/** Not including. */
	readonly until?: Date | undefined;
	/** Only positions before this one, to go on from the last of a page. */
	readonly before?: number | undefined;
	readonly limit: number;
};

/** Who did or saw what: only ever added to, each entry bound to the one before it. */
export type AuditLog = {
	/** Adds entries that stand alone. A change writes its own in its own transaction (see `adapters/libsql/audited-batch.ts`). */
	readonly append: (entries: readonly AuditEntry[]) => Promise<void>;
	/** The newest first. */
	readonly list: (question: AuditQuestion) => Promise<readonly AuditRecord[]>;
	/** Whether an area's chain is as it was written, from its first entry to its last. */
	readonly verify: (area: string) => Promise<ChainState>;
};
