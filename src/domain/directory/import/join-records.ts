import { valueAsText } from "#domain/directory/import/excerpt.ts";
import type { Ledger } from "#domain/directory/import/ledger.ts";
import { canonical } from "#domain/directory/import/stable-id.ts";
import type { Location, Organization, Service } from "#domain/directory/service.ts";

export type Named = { readonly record: string; readonly service: Service };

/**
 * One service for each id: the one changed last, its gaps filled from the others, the places of all of them.
 * Answers the services in the order they first came, and how many records were joined into another.
 */
export function joinRepeated(
	found: readonly Named[],
	ledger: Ledger,
): { readonly services: readonly Named[]; readonly joined: number } {
	const byId = new Map<string, Named>();
	for (const next of found) {
		const known = byId.get(next.service.id);
		if (known === undefined) {
			byId.set(next.service.id, next);
			continue;
		}
		const later = (next.service.last_modified ?? "") > (known.service.last_modified ?? "");
		const [kept, other] = later ? [next.service, known.service] : [known.service, next.service];
		ledger.tally("record with the id of another joined into it", "id", known.record, next.service.id);
		noteDifferences(kept, other, known.record, ledger);
		byId.set(kept.id, { record: known.record, service: joinServices(kept, other) });
	}
	return { services: [...byId.values()], joined: found.length - byId.size };
}

function joinServices(kept: Service, other: Service): Service {
	const places = new Map(
		[...(other.service_at_locations ?? []), ...(kept.service_at_locations ?? [])].map((place) => [place.id, place]),
	);
	const external = new Set([...(kept.internal?.external_ids ?? []), ...(other.internal?.external_ids ?? [])]);
	const internal = {
		...other.internal,
		...kept.internal,
		...(external.size > 0 ? { external_ids: [...external] } : {}),
	};
	// Half of one record's ages and half of the other's would be nobody's.
	const { minimum_age, maximum_age, ...rest } = other;
	const aged = kept.minimum_age !== undefined || kept.maximum_age !== undefined;
	return {
		...(aged ? rest : other),
		...kept,
		...(places.size > 0 ? { service_at_locations: [...places.values()] } : {}),
		...(Object.keys(internal).length > 0 ? { internal } : {}),
	};
}

function noteDifferences(kept: object, other: object, record: string, ledger: Ledger): void {
	const held = new Map(Object.entries(kept));
	for (const [field, value] of Object.entries(other)) {
		if (field === "service_at_locations" || field === "internal" || !held.has(field)) continue;
		const winner = held.get(field);
		if (canonical(winner) !== canonical(value))
			ledger.repair(
				record,
				field,
				"two records of one id differ, the newer kept",
				valueAsText(value, 400),
				valueAsText(winner, 400),
			);
	}
}

/**
 * One version of each organisation and place in all services: the first, its gaps filled from the others.
 * A place that any record hides stays hidden in all.
 */
export function agreeOnShared(found: readonly Named[], ledger: Ledger): readonly Service[] {
	const organizations = new Map<string, Organization>();
	const locations = new Map<string, Location>();
	for (const { record, service } of found) {
		share(organizations, service.organization, "organization", record, ledger);
		for (const { location } of service.service_at_locations ?? []) {
			share(locations, location, "location", record, ledger);
			const kept = locations.get(location.id);
			if (location.masked && kept) locations.set(location.id, { ...kept, masked: true });
		}
	}
	return found.map(({ service }) => ({
		...service,
		organization: organizations.get(service.organization.id) ?? service.organization,
		...(service.service_at_locations
			? {
					service_at_locations: service.service_at_locations.map((place) => ({
						...place,
						location: locations.get(place.location.id) ?? place.location,
					})),
				}
			: {}),
	}));
}

function share<T extends { readonly id: string }>(
	shelf: Map<string, T>,
	next: T,
	field: string,
	record: string,
	ledger: Ledger,
): void {
	const first = shelf.get(next.id);
	if (first === undefined) shelf.set(next.id, next);
	else if (canonical(first) !== canonical(next)) {
		const joined = { ...next, ...first };
		if (canonical(joined) !== canonical(first) || canonical(next) !== canonical(joined))
			ledger.tally(
				"records that share it describe it differently, the first kept",
				field,
				record,
				valueAsText(next, 400),
			);
		shelf.set(next.id, joined);
	}
}
