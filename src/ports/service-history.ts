import type { Service } from "#domain/directory/service.ts";
import type { Made, SavedEdits } from "#ports/local-edits.ts";

/** The states that a service has had: one for each import, edit and merge that changed it. */
export type ServiceHistory = {
	/** The newest first. */
	readonly list: (area: string, service: string) => Promise<readonly ServiceVersion[]>;
	/** The whole record as it was then, internal notes included. Null for an unknown version and for a deletion. */
	readonly read: (area: string, service: string, version: number) => Promise<Service | null>;
	/** Makes the service say what it said then, as an edit: it stays so when the feed is read again. */
	readonly restore: (area: string, service: string, version: number, made: Omit<Made, "why">) => Promise<SavedEdits>;
};

export type ServiceVersion = {
	readonly version: number;
	readonly at: Date;
	/** A person, or the feed's address. */
	readonly by: string;
	/** "import", "edit", "undo", … */
	readonly why: string;
	/** True where the service was deleted. */
	readonly deleted: boolean;
};
