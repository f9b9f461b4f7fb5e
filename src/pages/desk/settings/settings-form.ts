import type { Library } from "#content/library.ts";
import type { Json } from "#domain/desk/json.ts";
import type { AreaSettings } from "#domain/directory/area-settings.ts";
import type { DeskForm } from "#pages/desk/desk-form.ts";
import type { AreaProfile } from "#services/area-profile.ts";

/** What is wrong with a field, for the summary at the top and beside it. */
export type FieldError = { readonly field: string; readonly text: string };

/** What a form holds: from the settings as they stand, or as it was sent. */
export type Values = { readonly text: (name: string) => string; readonly all: (name: string) => readonly string[] };

export type FormRead =
	| { readonly kind: "errors"; readonly errors: readonly FieldError[] }
	| {
			readonly kind: "change";
			readonly change: (settings: AreaSettings) => AreaSettings;
			/** What a reader of the audit log should see of it. */
			readonly detail: { readonly [key: string]: Json };
	  };

/** What reading a form may look at besides. */
export type FormGround = { readonly content: Library; readonly profile: AreaProfile; readonly now: Date };
export type FormReader = (form: DeskForm, ground: FormGround) => FormRead;

/** Values from a record of one or several texts a name. */
export function valuesOf(record: Readonly<Record<string, string | readonly string[] | undefined>>): Values {
	const all = (name: string) => {
		const value = Object.hasOwn(record, name) ? record[name] : undefined;
		return value === undefined ? [] : typeof value === "string" ? [value] : value;
	};
	return { all, text: (name) => all(name)[0] ?? "" };
}

/** A line of plain text without anything that cannot be seen, cut to a length. */
export function plainLine(text: string, longest = 300): string {
	return text
		.replace(/[\p{Cc}\p{Cf}\s]+/gu, " ")
		.trim()
		.slice(0, longest);
}

/** Settings without what is undefined, so that it falls back to the area's file. */
export function withoutEmpty<T extends object>(record: T): T {
	// Dropping keys whose value is undefined keeps the type: each of them is optional.
	return JSON.parse(JSON.stringify(record));
}
