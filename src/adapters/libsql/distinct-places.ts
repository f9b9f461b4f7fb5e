import { stableId } from "#domain/directory/import/stable-id.ts";
import type { Repair } from "#domain/directory/import-batch.ts";
import type { Service } from "#domain/directory/service.ts";

export type DistinctPlaces = { readonly services: readonly Service[]; readonly repairs: readonly Repair[] };

/**
 * Some feeds give every service at a location the location's own id for the link between them, but each link has an
 * address in our feed. A link's id that stands more than once in a batch, or that a service of another feed has
 * (`taken`), is replaced by one made of its service's id, the same on every run. So is one that was replaced before
 * (`held` has what came of it): a batch of only what is new does not show that the id stands elsewhere too.
 */
export function distinctPlaces(
	services: readonly Service[],
	taken: ReadonlySet<string> = new Set(),
	held: ReadonlySet<string> = new Set(),
): DistinctPlaces {
	const uses = new Map<string, number>();
	for (const service of services) {
		for (const { id } of service.service_at_locations ?? []) uses.set(id, (uses.get(id) ?? 0) + 1);
	}
	const free = (id: string) => uses.get(id) === 1 && !taken.has(id);
	if (held.size === 0 && [...uses.keys()].every(free)) return { services, repairs: [] };

	const repairs: Repair[] = [];
	const distinct = services.map((service) => {
		const places = service.service_at_locations?.map((place, position) => {
			const id = stableId("service_at_location", service.id, place.id, String(position));
			if (free(place.id) && !held.has(id)) return place;
			repairs.push({
				record: service.id,
				field: "service_at_locations.id",
				rule: "repeated-id",
				before: place.id,
				after: id,
			});
			return { ...place, id };
		});
		return places === undefined ? service : { ...service, service_at_locations: places };
	});
	return { services: distinct, repairs };
}
