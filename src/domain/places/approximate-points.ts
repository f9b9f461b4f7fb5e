import type { Location, Service } from "#domain/directory/service.ts";
import type { Middle } from "#domain/places/outcode-middles.ts";

/**
 * Records with the middle of its postcode for each place that has none of its own, so that a search can order them by
 * distance. Marked `approximate`: what is published leaves such points out. Places with a secret address get none.
 * @param pointOf what is known of a postcode; a place whose postcode is not known stays as it is
 */
export function withApproximatePoints(
	services: readonly Service[],
	pointOf: (postcode: string) => Middle | null,
): readonly Service[] {
	return services.map((service) => {
		if (!service.service_at_locations?.some(({ location }) => lacksPoint(location))) return service;
		const places = service.service_at_locations.map((place) => ({
			...place,
			location: placed(place.location, pointOf),
		}));
		return { ...service, service_at_locations: places };
	});
}

/** Every postcode that `withApproximatePoints` would ask for, each once. */
export function postcodesWithoutPoint(services: readonly Service[]): readonly string[] {
	const postcodes = services.flatMap((service) =>
		(service.service_at_locations ?? []).flatMap(({ location }) => (lacksPoint(location) ? postcodesOf(location) : [])),
	);
	return [...new Set(postcodes)];
}

function placed(location: Location, pointOf: (postcode: string) => Middle | null): Location {
	if (!lacksPoint(location)) return location;
	for (const postcode of postcodesOf(location)) {
		const point = pointOf(postcode);
		if (point) return { ...location, latitude: point.latitude, longitude: point.longitude, approximate: true };
	}
	return location;
}

/** A point at 0,0 is an unset field. */
function lacksPoint({ location_type, masked, latitude, longitude }: Location): boolean {
	if (location_type !== "physical" || masked) return false;
	return latitude === undefined || longitude === undefined || (latitude === 0 && longitude === 0);
}

/** That of the address one goes to before that of one for letters. */
function postcodesOf({ addresses = [] }: Location): readonly string[] {
	const physical = addresses.filter(({ address_type }) => address_type === "physical");
	return [...new Set([...physical, ...addresses].map(({ postal_code }) => postal_code))];
}
