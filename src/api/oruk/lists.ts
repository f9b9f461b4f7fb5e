import type { Context } from "hono";
import { answerList, type Paging } from "#api/oruk/answer-list.ts";
import { mapPage } from "#api/oruk/envelope.ts";
import { feedArea } from "#api/oruk/feed-area.ts";
import { mapped } from "#api/oruk/ndjson.ts";
import * as p from "#api/oruk/parameters.ts";
import { listQuery, serviceQuestion, termQuery } from "#api/oruk/questions.ts";
import * as record from "#api/oruk/records.ts";
import type { Page, ServiceQuery } from "#domain/directory/oruk-query.ts";
import type { AppEnv } from "#env.ts";
import { type FeedQuestion, feedQuery } from "#services/feed-query.ts";
import { organizationInFull } from "#services/organization-in-full.ts";

/** What each list of the feed takes and gives. */

export function listServices(c: Context<AppEnv>): Promise<Response> {
	const { feed } = c.var.deps;
	const area = feedArea(c);
	return answerList(c, (reader) => {
		const minimal = reader.read(p.minimal) === true;
		const full = reader.read(p.full) === true;
		const question = serviceQuestion(reader, minimal);
		const list = async (query: ServiceQuery) =>
			minimal
				? feed.changes(area, query)
				: mapPage(await feed.services(area, query), full ? record.orukService : record.briefService);
		const every = async function* () {
			const query = await feedQuery(c.var.deps, area, question);
			if (query !== null) yield* mapped(feed.everyService(area, query), record.orukService);
		};
		return { ...question, list: found(c, area, question, list), every: minimal ? undefined : every };
	});
}

export function listPlaces(c: Context<AppEnv>): Promise<Response> {
	const { feed } = c.var.deps;
	const area = feedArea(c);
	return answerList(c, (reader) => {
		const full = reader.read(p.full) === true || reader.read(p.format) === "ndjson";
		const question = serviceQuestion(reader, false);
		const list = async (query: ServiceQuery): Promise<Page<unknown>> => {
			const page = await feed.serviceAtLocations(area, query);
			return full ? mapPage(page, record.orukPlace) : mapPage(page, record.briefPlace);
		};
		const offered = () => holds(feed.serviceAtLocations(area, ONE));
		return { ...question, list: found(c, area, question, list), offered };
	});
}

export function listOrganizations(c: Context<AppEnv>): Promise<Response> {
	const { deps } = c.var;
	const area = feedArea(c);
	return answerList(c, (reader) => {
		const full = [reader.read(p.full), reader.read(p.fullService)].includes(true);
		// With their services, twenty organisations may be as much as a page of anything else.
		const query = listQuery(reader, full ? p.LARGEST_PAGE_IN_FULL : p.LARGEST_PAGE);
		const list = async (paging: Paging) => {
			const page = await deps.feed.organizations(area, { ...query, ...paging });
			if (!full) return mapPage(page, record.orukOrganization);
			const items = await Promise.all(page.items.map((item) => organizationInFull(deps, area, item)));
			return mapPage({ ...page, items }, record.fullOrganization);
		};
		return { ...query, list, offered: () => holds(deps.feed.organizations(area, ONE)) };
	});
}

export function listTaxonomies(c: Context<AppEnv>): Promise<Response> {
	const area = feedArea(c);
	return answerList(c, (reader) => {
		const query = listQuery(reader);
		const list = async (paging: Paging) =>
			mapPage(await c.var.deps.feed.taxonomies(area, { ...query, ...paging }), record.orukTaxonomy);
		return { ...query, list, offered: () => holds(c.var.deps.feed.taxonomies(area, ONE)) };
	});
}

export function listTerms(c: Context<AppEnv>): Promise<Response> {
	const area = feedArea(c);
	return answerList(c, (reader) => {
		const query = termQuery(reader);
		const list = async (paging: Paging) =>
			mapPage(await c.var.deps.feed.taxonomyTerms(area, { ...query, ...paging }), record.orukTerm);
		return { ...query, list, offered: () => holds(c.var.deps.feed.taxonomyTerms(area, ONE)) };
	});
}

const ONE = { page: 1, perPage: 1 };

async function holds(page: Promise<Page<unknown>>): Promise<boolean> {
	return (await page).totalItems > 0;
}

/** Asks the directory; where nobody knows the postcode, there is nothing to ask. */
function found<T>(
	c: Context<AppEnv>,
	area: string,
	question: FeedQuestion,
	list: (query: ServiceQuery) => Promise<Page<T>>,
): (paging: Paging) => Promise<Page<T>> {
	return async (paging) => {
		const query = await feedQuery(c.var.deps, area, { ...question, ...paging });
		return query === null ? { totalItems: 0, ...paging, items: [] } : list(query);
	};
}
