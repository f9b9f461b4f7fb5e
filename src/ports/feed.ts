import type { Page, ServiceQuery } from "#domain/directory/oruk-query.ts";
import type { Organization, Service, ServiceAtLocation, Taxonomy, TaxonomyTerm } from "#domain/directory/service.ts";
import type { Point } from "#ports/places.ts";

/** The published directory as Open Referral UK reads it. Only what `publicView` lets out. */
export type Feed = {
	readonly services: (area: string, query: ServiceQuery) => Promise<Page<Service>>;
	/** The same records in the same order, cut down to what a reader needs to see what is new. */
	readonly changes: (area: string, query: ServiceQuery) => Promise<Page<ServiceChange>>;
	/** All of them, whatever the page: each record that was there when the reading began and still is. */
	readonly everyService: (area: string, query: ServiceQuery) => AsyncIterable<Service>;
	/** One record; what is left of it where it was deleted lately. */
	readonly service: (area: string, id: string) => Promise<Service | null>;
	readonly organizations: (area: string, query: ListQuery) => Promise<Page<Organization>>;
	readonly organization: (area: string, id: string) => Promise<Organization | null>;
	readonly serviceAtLocations: (area: string, query: ServiceQuery) => Promise<Page<LocatedService>>;
	readonly serviceAtLocation: (area: string, id: string) => Promise<LocatedService | null>;
	readonly taxonomies: (area: string, query: ListQuery) => Promise<Page<Taxonomy>>;
	readonly taxonomy: (area: string, id: string) => Promise<Taxonomy | null>;
	readonly taxonomyTerms: (area: string, query: TermQuery) => Promise<Page<TaxonomyTerm>>;
	readonly taxonomyTerm: (area: string, id: string) => Promise<TaxonomyTerm | null>;
	/** Changes whenever anything the feed shows has changed; the seed of ETag and Last-Modified. Null: no such area. */
	readonly version: (area: string) => Promise<FeedVersion | null>;
	/** Where a postcode lies as the area's own open locations tell, null where none of them says. */
	readonly point: (area: string, postcode: string) => Promise<Point | null>;
};

export type ServiceChange = Pick<Service, "id" | "last_modified">;

export type LocatedService = ServiceAtLocation & { readonly service_id: string };

export type ListQuery = { readonly page: number; readonly perPage: number; readonly search?: string };

export type TermQuery = ListQuery & {
	readonly taxonomyId?: string;
	readonly topOnly?: boolean;
	readonly parentId?: string;
};

export type FeedVersion = { readonly version: number; readonly changedAt: Date };
