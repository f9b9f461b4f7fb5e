import { type ListingFields, type ListingGround, listingFields } from "#domain/directory/editing/listing-fields.ts";
import { weekHoursOf } from "#domain/directory/editing/week-hours.ts";
import type { Service } from "#domain/directory/service.ts";
import type { Dependencies } from "#ports.ts";
import { listingGround } from "#services/listing-ground.ts";

export type OpenListing = {
	readonly service: Service;
	/** The feed that brings it; null where it was written here. */
	readonly source: string | null;
	readonly ground: ListingGround;
	readonly fields: ListingFields;
	/** Timetable lines that a form cannot show. */
	readonly keptLines: number;
	/** Fields that were changed here. */
	readonly edited: readonly string[];
};

/** A listing with all that its form needs, secret addresses and notes included: for editors alone. Null for an unknown one. */
export async function openListing(
	deps: Pick<Dependencies, "content" | "feed" | "localEdits">,
	{ area, id }: { readonly area: string; readonly id: string },
): Promise<OpenListing | null> {
	const record = await deps.localEdits.read(area, id);
	if (record === null) return null;
	const [ground, edits] = await Promise.all([listingGround(deps, area), deps.localEdits.list(area, id)]);
	const { service, source } = record;
	const timetables = [service.schedules, ...(service.service_at_locations ?? []).map(({ schedules }) => schedules)];
	return {
		service,
		source,
		ground,
		fields: listingFields(service, ground),
		keptLines: timetables.reduce((sum, lines) => sum + weekHoursOf(lines ?? [], ground.note).kept.length, 0),
		edited: edits.map(({ field }) => field),
	};
}
