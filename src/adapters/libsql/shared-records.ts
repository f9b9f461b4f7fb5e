import type { ImportBatch } from "#domain/directory/import-batch.ts";
import { secretLocations } from "#domain/directory/secret-places.ts";
import type { Location, Organization, Service, Taxonomy, TaxonomyTerm } from "#domain/directory/service.ts";

/** Records that several services share, by id, each put together from all that a batch says of it. */
export type SharedRecords = {
	readonly organizations: ReadonlyMap<string, Organization>;
	readonly locations: ReadonlyMap<string, Location>;
	readonly taxonomies: ReadonlyMap<string, Taxonomy>;
	/** Known only from the terms that name them. */
	readonly namedTaxonomies: ReadonlyMap<string, Taxonomy>;
	readonly terms: ReadonlyMap<string, TaxonomyTerm>;
};

/**
 * Gathers them from the whole batch, also from services that have not changed, so that a record comes out the same
 * whichever of its services is rewritten. What one mention leaves out another fills in. A location that is masked
 * anywhere is masked everywhere.
 */
export function sharedRecords(batch: Pick<ImportBatch, "services" | "taxonomies" | "taxonomyTerms">): SharedRecords {
	const organizations = new Map<string, Organization>();
	const locations = new Map<string, Location>();
	const taxonomies = new Map<string, Taxonomy>();
	const namedTaxonomies = new Map<string, Taxonomy>();
	const terms = new Map<string, TaxonomyTerm>();
	for (const taxonomy of batch.taxonomies) fill(taxonomies, taxonomy);
	for (const term of batch.taxonomyTerms) fill(terms, term);
	for (const service of batch.services) {
		fill(organizations, service.organization);
		const secret = new Set(secretLocations(service));
		for (const location of locationsOf(service)) fillLocation(locations, location, secret.has(location));
		for (const attribute of service.attributes ?? []) fill(terms, attribute.taxonomy_term);
	}
	for (const { taxonomy, taxonomy_id } of terms.values()) {
		if (taxonomy_id === undefined || taxonomies.has(taxonomy_id)) continue;
		const name = taxonomy ?? taxonomy_id;
		namedTaxonomies.set(taxonomy_id, { id: taxonomy_id, name, description: name });
	}
	return { organizations, locations, taxonomies, namedTaxonomies, terms };
}

/** The locations that a service names, in order, a repeated one repeated. */
export function locationsOf(service: Service): readonly Location[] {
	return (service.service_at_locations ?? []).map((place) => place.location);
}

function fillLocation(known: Map<string, Location>, location: Location, secret: boolean): void {
	const masked = known.get(location.id)?.masked === true || secret;
	fill(known, location);
	const merged = known.get(location.id);
	if (masked && merged !== undefined) known.set(location.id, { ...merged, masked });
}

/** Adds what `record` says and what is already known does not. */
function fill<T extends { readonly id: string }>(known: Map<string, T>, record: T): void {
	const merged = { ...record };
	const first = known.get(record.id);
	for (const key in first) if (first[key] !== undefined) merged[key] = first[key];
	known.set(record.id, merged);
}
