import { type ListingChange, listingChanges } from "#domain/directory/editing/listing-changes.ts";
import { type ListingFields, type ListingGround, listingFields } from "#domain/directory/editing/listing-fields.ts";
import { weekHoursOf } from "#domain/directory/editing/week-hours.ts";
import type { Service } from "#domain/directory/service.ts";
import type { ServiceVersion } from "#ports/service-history.ts";
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

export type ListingState = ServiceVersion & { readonly changes: readonly ListingChange[] };

/** Older states are there, and are not shown at once. */
const MOST_STATES = 30;

/** The states that a listing had, the newest first, each with what it changed in the one before it. */
export async function listingHistory(
	deps: Pick<Dependencies, "content" | "feed" | "serviceHistory">,
	{ area, id }: { readonly area: string; readonly id: string },
): Promise<{ readonly ground: ListingGround; readonly states: readonly ListingState[] }> {
	const [ground, versions] = await Promise.all([listingGround(deps, area), deps.serviceHistory.list(area, id)]);
	const shown = versions.slice(0, MOST_STATES + 1);
	const forms = await Promise.all(
		shown.map(async ({ version }) => {
			const service = await deps.serviceHistory.read(area, id, version);
			return service === null ? {} : listingFields(service, ground);
		}),
	);
	const states = shown.map((state, at) => ({
		...state,
		changes: listingChanges(forms[at + 1] ?? {}, forms[at] ?? {}),
	}));
	return { ground, states: states.slice(0, MOST_STATES) };
}
