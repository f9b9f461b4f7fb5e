import type { Reader } from "#api/oruk/parameter.ts";
import * as p from "#api/oruk/parameters.ts";
import type { ListQuery, TermQuery } from "#ports/feed.ts";
import type { FeedQuestion } from "#services/feed-query.ts";

/** Which parameters each list of the feed takes: read here, listed for OpenAPI in `openapi.ts`. */

const LIST = [p.search, p.page, p.perPage, p.format];
const NARROWING = [p.taxonomyTermId, p.taxonomyId, p.organizationId, p.modifiedAfter];
const PEOPLE_AND_HOURS = [p.minimumAge, p.maximumAge, p.age, p.day, p.startTime, p.endTime];
const DISTANCE = [p.postcode, p.proximity];
export const PARAMETERS = {
	services: [...LIST, p.minimal, p.full, ...NARROWING, ...PEOPLE_AND_HOURS, ...DISTANCE],
	service_at_locations: [...LIST, p.full, ...NARROWING, ...PEOPLE_AND_HOURS, ...DISTANCE],
	organizations: [...LIST, p.full, p.fullService],
	taxonomies: LIST,
	taxonomy_terms: [...LIST, p.taxonomyId, p.topOnly, p.parentId],
};

/** A page and words to search for; `largest` bounds the page. */
export function listQuery(reader: Reader, largest = p.LARGEST_PAGE, standard = p.STANDARD_PAGE): ListQuery {
	return {
		page: reader.read(p.page) ?? 1,
		perPage: Math.min(reader.read(p.perPage) ?? standard, largest),
		search: reader.read(p.search),
	};
}

/** The same with what narrows a list of terms. */
export function termQuery(reader: Reader): TermQuery {
	return {
		...listQuery(reader),
		taxonomyId: reader.read(p.taxonomyId),
		topOnly: reader.read(p.topOnly),
		parentId: reader.read(p.parentId),
	};
}

/** All that may be asked of services; with `minimal` a page holds a whole directory. */
export function serviceQuestion(reader: Reader, minimal: boolean): FeedQuestion {
	const paging = minimal ? listQuery(reader, p.LARGEST_MINIMAL_PAGE, p.LARGEST_MINIMAL_PAGE) : listQuery(reader);
	return {
		...paging,
		taxonomyTermId: reader.read(p.taxonomyTermId),
		taxonomyId: reader.read(p.taxonomyId),
		organizationId: reader.read(p.organizationId),
		modifiedAfter: reader.read(p.modifiedAfter),
		minimumAge: reader.read(p.minimumAge),
		maximumAge: reader.read(p.maximumAge),
		age: reader.read(p.age),
		day: reader.read(p.day),
		startTime: reader.read(p.startTime),
		endTime: reader.read(p.endTime),
		around: around(reader),
	};
}

function around(reader: Reader): FeedQuestion["around"] {
	const postcode = reader.read(p.postcode);
	const metres = reader.read(p.proximity);
	if (postcode !== undefined) return { postcode, metres: metres ?? Number.POSITIVE_INFINITY };
	if (metres !== undefined) reader.problem(p.proximity.name, "Give a postcode as well, to measure from.");
	return undefined;
}
