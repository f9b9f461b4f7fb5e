import type { Context } from "hono";
import { feedArea } from "#api/oruk/feed-area.ts";
import { readerOf } from "#api/oruk/parameter.ts";
import * as p from "#api/oruk/parameters.ts";
import * as record from "#api/oruk/records.ts";
import { problem } from "#api/problem.ts";
import type { AppEnv } from "#env.ts";
import { organizationInFull } from "#services/organization-in-full.ts";

/** Single records of the feed. */

export async function showService(c: Context<AppEnv>): Promise<Response> {
	const service = await c.var.deps.feed.service(feedArea(c), idOf(c));
	return service === null ? missing(c, "service") : c.json(record.orukService(service));
}

export async function showPlace(c: Context<AppEnv>): Promise<Response> {
	const place = await c.var.deps.feed.serviceAtLocation(feedArea(c), idOf(c));
	return place === null ? missing(c, "service at a location") : c.json(record.orukPlace(place));
}

export async function showOrganization(c: Context<AppEnv>): Promise<Response> {
	const reader = readerOf((name) => c.req.query(name));
	const full = [reader.read(p.full), reader.read(p.fullService)].includes(true);
	if (reader.problems.length > 0) return problem(c, "INVALID", reader.problems.join(" "), {}, 400);
	const organization = await c.var.deps.feed.organization(feedArea(c), idOf(c));
	if (organization === null) return missing(c, "organisation");
	if (!full) return c.json(record.orukOrganization(organization));
	return c.json(record.fullOrganization(await organizationInFull(c.var.deps, feedArea(c), organization)));
}

export async function showTaxonomy(c: Context<AppEnv>): Promise<Response> {
	const taxonomy = await c.var.deps.feed.taxonomy(feedArea(c), idOf(c));
	return taxonomy === null ? missing(c, "taxonomy") : c.json(record.orukTaxonomy(taxonomy));
}

export async function showTerm(c: Context<AppEnv>): Promise<Response> {
	const term = await c.var.deps.feed.taxonomyTerm(feedArea(c), idOf(c));
	return term === null ? missing(c, "taxonomy term") : c.json(record.orukTerm(term));
}

function idOf(c: Context<AppEnv>): string {
	return c.req.param("id") ?? "";
}

function missing(c: Context<AppEnv>, what: string): Response {
	return problem(c, "NOT_FOUND", `This feed has no ${what} with that id.`);
}
