import type { ImportBatch } from "#domain/directory/import-batch.ts";
import type { Location, Service, TaxonomyTerm } from "#domain/directory/service.ts";

/** Builders of directory records. Each has what the standard requires; name what the test is about. */

/** A proper UUID that is the same for the same number. */
export function uuid(number: number): string {
	return `00000000-0000-4000-8000-${number.toString(16).padStart(12, "0")}`;
}

export function aService(number: number, more: Partial<Service> = {}): Service {
	return {
		id: uuid(number),
		name: `Service ${number}`,
		status: "active",
		organization: { id: uuid(900_000), name: "Riverside Trust", description: "A charity." },
		...more,
	};
}

export function aLocation(number: number, more: Partial<Location> = {}): Location {
	return {
		id: uuid(100_000 + number),
		location_type: "physical",
		name: `Centre ${number}`,
		latitude: 51.5,
		longitude: -0.3,
		addresses: [
			{
				id: uuid(200_000 + number),
				address_1: `${number} High Street`,
				city: "Zedton",
				state_province: "Zedshire",
				postal_code: "ZZ1 1AA",
				country: "GB",
				address_type: "physical",
			},
		],
		...more,
	};
}

/** A service that runs at these locations. */
export function placed(service: Service, ...locations: readonly Location[]): Service {
	const places = locations.map((location, n) => ({
		id: uuid(Number.parseInt(service.id.slice(-6), 16) * 16 + n),
		location,
	}));
	return { ...service, service_at_locations: places };
}

export function aTerm(number: number, more: Partial<TaxonomyTerm> = {}): TaxonomyTerm {
	const name = `Term ${number}`;
	return {
		id: uuid(300_000 + number),
		name,
		description: name,
		taxonomy: "Needs",
		taxonomy_id: uuid(400_000),
		...more,
	};
}

export function aBatch(services: readonly Service[], more: Partial<ImportBatch> = {}): ImportBatch {
	return {
		format: "ndjson",
		services,
		taxonomies: [],
		taxonomyTerms: [],
		repairs: [],
		rejects: [],
		read: services.length,
		folded: 0,
		...more,
	};
}
