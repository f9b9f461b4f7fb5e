import { canonical } from "#domain/directory/import/stable-id.ts";
import { type FieldEdit, fieldOf, withEdits } from "#domain/directory/local-edits.ts";
import type { Service } from "#domain/directory/service.ts";

/** An edit that was kept, and what the feed said beneath it when it was last read. */
export type KeptEdit = FieldEdit & { readonly service: string; readonly beneath: unknown; readonly editedAt: Date };

export type Overlaid = {
	/** In the order given, each as the edits say. */
	readonly services: readonly Service[];
	/** Ids of those with an edit. */
	readonly edited: ReadonlySet<string>;
	/** What the feed says beneath, where it is news. */
	readonly beneath: readonly { readonly service: string; readonly field: string; readonly value: unknown }[];
};

/**
 * Lays what people of the area changed over what a feed says. An edit that no longer fits the record is left out here
 * and kept for when it does. A record counts as changed when its feed changed it or somebody edited it, whichever is later.
 */
export function overlayEdits(services: readonly Service[], edits: readonly KeptEdit[]): Overlaid {
	const byService = Map.groupBy(edits, ({ service }) => service);
	const beneath: { service: string; field: string; value: unknown }[] = [];
	const overlaid = services.map((service) => {
		const own = byService.get(service.id) ?? [];
		for (const { field, beneath: known } of own) {
			const value = fieldOf(service, field);
			if (canonical(value) !== canonical(known)) beneath.push({ service: service.id, field, value });
		}
		return own.reduce(withEdit, service);
	});
	return { services: overlaid, edited: new Set(byService.keys()), beneath };
}

function withEdit(service: Service, edit: KeptEdit): Service {
	const result = withEdits(service, [edit]);
	if (result.kind === "invalid") return service;
	const { last_modified } = service;
	// Without a time of its own the record takes the run's, which is later than any edit.
	if (last_modified === undefined || Date.parse(last_modified) >= edit.editedAt.getTime()) return result.service;
	return { ...result.service, last_modified: edit.editedAt.toISOString() };
}
