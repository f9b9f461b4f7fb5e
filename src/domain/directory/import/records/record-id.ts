import type { Context } from "#domain/directory/import/context.ts";
import type { Fields } from "#domain/directory/import/fields.ts";
import { canonical, isUuid, looksLikeUuid, stableId } from "#domain/directory/import/stable-id.ts";

export type OwnKind = "service" | "organization" | "location" | "taxonomy" | "taxonomy_term";
const NIL = "00000000-0000-0000-0000-000000000000";

/**
 * The id that a source's own id stands for, wherever it is written: a proper UUID is kept, anything else gives a
 * stable UUID. Undefined for what is no id ("" or the nil UUID).
 */
export function idFor(kind: OwnKind, given: string | undefined, scope: string): string | undefined {
	if (given === undefined || given === NIL) return undefined;
	if (isUuid(given)) return given.toLowerCase();
	return looksLikeUuid(given) ? stableId(kind, given.toLowerCase()) : stableId(kind, scope, given);
}

/** The id of a record that others point to, undefined where the source gives none. */
export function ownId(fields: Fields, kind: OwnKind, context: Context, given = fields.line("id")): string | undefined {
	const id = idFor(kind, given, context.scope);
	if (given !== undefined && id !== given.toLowerCase())
		fields.note("id", "id that is no UUID replaced", given, id ?? "");
	return id;
}

/** The id of a part of a record: the source's own if it is a UUID, else made of its parent and what it says. */
export function partId(fields: Fields, kind: string, parent: string, content: unknown): string {
	const given = fields.line("id");
	if (given !== undefined && isUuid(given)) return given.toLowerCase();
	if (given === undefined || given === NIL) {
		fields.tally("id", "id missing, made from the content", given ?? "");
		return madeId(kind, parent, content);
	}
	const id = looksLikeUuid(given) ? stableId(kind, given.toLowerCase()) : stableId(kind, parent, given);
	fields.note("id", "id that is no UUID replaced", given, id);
	return id;
}

/** The id of a part that the source does not name: the same for the same content beneath the same record. */
export function madeId(kind: string, parent: string, content: unknown): string {
	return stableId(kind, parent, canonical(content));
}

/**
 * A list in which every id stands once: an item that says the same again is left out, one that says something else
 * under the same id gets an id of its own.
 */
export function distinct<T extends { readonly id: string }>(
	fields: Fields,
	kind: string,
	items: readonly T[],
): readonly T[] {
	const kept = new Map<string, T>();
	for (const item of items) {
		const same = kept.get(item.id);
		if (same === undefined) kept.set(item.id, item);
		else if (canonical(same) === canonical(item)) fields.tally(kind, "repeated entry left out", item.id);
		else {
			const id = stableId(kind, item.id, canonical(item));
			if (!kept.has(id)) fields.note(`${kind}.id`, "id used twice replaced", item.id, id);
			kept.set(id, { ...item, id });
		}
	}
	return [...kept.values()];
}
