import type { FieldEdit, FieldProblem } from "#domain/directory/local-edits.ts";
import type { Service } from "#domain/directory/service.ts";

/**
 * What people of an area changed in records: field by field it wins over what the feed says, on the next run too.
 * Every change is in the directory at once, gets a version in the service's history, and reaches search when the area
 * is published again (`publishChanged`, within a minute).
 */
export type LocalEdits = {
	/** The whole record with internal notes, as the edits left it, archived or not. For the desk only. Null: unknown. */
	readonly read: (area: string, service: string) => Promise<EditedRecord | null>;
	/** The fields that were changed, of one service or of all, the latest first. */
	readonly list: (area: string, service?: string) => Promise<readonly LocalEdit[]>;
	/** Changes fields of a record, all or none. */
	readonly save: (area: string, service: string, edits: readonly FieldEdit[], made: Made) => Promise<SavedEdits>;
	/** Lets fields say again what the feed says; without `fields`, all of them. */
	readonly withdraw: (
		area: string,
		service: string,
		fields: readonly string[] | null,
		made: Made,
	) => Promise<SavedEdits>;
	/** Adds a record that no feed brought. False where the area has one with this id. */
	readonly create: (area: string, service: Service, made: Made) => Promise<boolean>;
};

export type EditedRecord = {
	readonly service: Service;
	/** The feed that brought it; null where it was written here. */
	readonly source: string | null;
};

export type LocalEdit = FieldEdit & {
	readonly service: string;
	/** What the feed says; null where it says nothing. */
	readonly beneath: unknown;
	readonly editedAt: Date;
	readonly editedBy: string;
};

/** Who changed it, when, and what for: "edit", "undo", "approval", "provider", "merge", … */
export type Made = { readonly by: string; readonly at: Date; readonly why: string };

export type SavedEdits =
	| { readonly kind: "saved"; readonly service: Service }
	/** It says so already. */
	| { readonly kind: "unchanged" }
	| { readonly kind: "unknown" }
	| { readonly kind: "invalid"; readonly problems: readonly FieldProblem[] };
