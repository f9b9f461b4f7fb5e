import type { Database } from "#adapters/libsql/client.ts";
import { feedVersion, postcodePoint } from "#adapters/libsql/feed-facts.ts";
import { listOf, oneOf, organizationList, taxonomyList, termList } from "#adapters/libsql/feed-lists.ts";
import {
	changePage,
	everyService,
	placeById,
	placePage,
	serviceById,
	servicePage,
} from "#adapters/libsql/feed-services.ts";
import type { Organization, Taxonomy, TaxonomyTerm } from "#domain/directory/service.ts";
import type { Feed } from "#ports/feed.ts";

/** The directory as Open Referral UK reads it. Every record passes through `publicView` on its way. */
export function createFeed(client: Database): Feed {
	return {
		services: (area, query) => servicePage(client, area, query),
		changes: (area, query) => changePage(client, area, query),
		everyService: (area, query) => everyService(client, area, query),
		service: (area, id) => serviceById(client, area, id),
		serviceAtLocations: (area, query) => placePage(client, area, query),
		serviceAtLocation: (area, id) => placeById(client, area, id),
		organizations: (area, query) => listOf<Organization>(client, organizationList(area, query), query),
		organization: (area, id) => oneOf<Organization>(client, organizationList(area, {}), id),
		taxonomies: (area, query) => listOf<Taxonomy>(client, taxonomyList(area, query), query),
		taxonomy: (area, id) => oneOf<Taxonomy>(client, taxonomyList(area, {}), id),
		taxonomyTerms: (area, query) => listOf<TaxonomyTerm>(client, termList(area, query), query),
		taxonomyTerm: (area, id) => oneOf<TaxonomyTerm>(client, termList(area, {}), id),
		version: (area) => feedVersion(client, area),
		point: (area, postcode) => postcodePoint(client, area, postcode),
	};
}
