import type { AuditEntry } from "#domain/desk/audit-entry.ts";
import type { AreaSettings, VersionedSettings } from "#domain/directory/area-settings.ts";

export type SettingsSaved =
	| { readonly kind: "saved"; readonly version: number }
	/** Somebody else saved since `version` was read. */
	| { readonly kind: "changed_meanwhile" };

/** What areas set at the desk. */
export type AreaSettingsStore = {
	/**
	 * At most a minute old, and never throws or waits long: what was known last where the database is away, null where
	 * nothing was ever read. An area that set nothing has empty settings of version 0.
	 */
	readonly of: (area: string) => Promise<VersionedSettings | null>;
	/** As it stands in the database now; throws where that is away. For whoever is about to change it. */
	readonly read: (area: string) => Promise<VersionedSettings>;
	/**
	 * Puts the settings in place of those of `version`; `by` is a member of the desk. The entry is written in the same transaction,
	 * and only where they were saved.
	 */
	readonly save: (
		area: string,
		settings: AreaSettings,
		version: number,
		by: string,
		entry?: AuditEntry,
	) => Promise<SettingsSaved>;
	/** Areas that have settings of their own. */
	readonly areas: () => Promise<readonly string[]>;
};
