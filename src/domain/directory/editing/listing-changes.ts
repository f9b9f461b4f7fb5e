import type { ListingFields } from "#domain/directory/editing/listing-fields.ts";

/** A field of a listing's form that says something else than before. */
export type ListingChange = { readonly field: string; readonly before: string; readonly after: string };

/** What differs between two forms of a listing, in the order of the form; a field that one of them lacks counts as empty there. */
export function listingChanges(before: ListingFields, after: ListingFields): readonly ListingChange[] {
	const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
	return fields
		.map((field) => ({ field, before: before[field] ?? "", after: after[field] ?? "" }))
		.filter((change) => change.before !== change.after);
}
