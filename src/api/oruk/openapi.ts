import type { Parameter } from "#api/oruk/parameter.ts";
import { full, fullService, minimal } from "#api/oruk/parameters.ts";
import { PARAMETERS } from "#api/oruk/questions.ts";
import { componentSchemas } from "#api/oruk/schemas.ts";
import { VERSION } from "#domain/version.ts";

/** The OpenAPI 3.1 document of the feeds, made from what the code reads and writes. */
export function orukDocument(base: string) {
	return {
		openapi: "3.1.0",
		info: {
			title: "Open Referral UK feed",
			version: VERSION,
			description: "Services for families, area by area, in the form of Open Referral UK 3.0 (HSDS-UK-3.0).",
		},
		servers: [
			{ url: `${base}/{area}`, variables: { area: { default: "demo", description: "The area's short name." } } },
		],
		paths: {
			"/": {
				get: { summary: "What this feed is", responses: { "200": jsonOf("What this feed is", FACTS), ...PROBLEMS } },
			},
			...entity("/services", "Service", "services", PARAMETERS.services),
			...entity(
				"/service_at_locations",
				"ServiceAtLocation",
				"services at a location",
				PARAMETERS.service_at_locations,
			),
			...entity("/organizations", "Organization", "organisations", PARAMETERS.organizations, [full, fullService]),
			...entity("/taxonomies", "Taxonomy", "taxonomies", PARAMETERS.taxonomies),
			...entity("/taxonomy_terms", "TaxonomyTerm", "taxonomy terms", PARAMETERS.taxonomy_terms),
		},
		components: { schemas: { ...componentSchemas(), Problem: PROBLEM } },
	};
}

type Parameters = readonly Parameter<unknown>[];

function entity(path: string, schema: string, what: string, list: Parameters, single: Parameters = []) {
	const record = { $ref: `#/components/schemas/${schema}` };
	const change = { type: "object", required: ["id", "last_modified"], properties: { id: text, last_modified: text } };
	const items = list.includes(minimal) ? { anyOf: [record, change] } : record;
	const page = {
		type: "object",
		required: Object.keys(ENVELOPE),
		properties: { ...ENVELOPE, contents: { type: "array", items } },
	};
	return {
		[path]: {
			get: {
				summary: `List ${what}`,
				parameters: list.map(inQuery),
				responses: { "200": { ...jsonOf(`A page of ${what}`, page), ...lines(record, page) }, ...PROBLEMS },
			},
		},
		[`${path}/{id}`]: {
			get: {
				summary: `One of the ${what}`,
				parameters: [
					{ name: "id", in: "path", required: true, schema: { type: "string", format: "uuid" } },
					...single.map(inQuery),
				],
				responses: { "200": jsonOf("The record", record), ...PROBLEMS },
			},
		},
	};
}

function inQuery({ name, description, schema }: Parameter<unknown>) {
	return { name, in: "query", required: false, description, schema };
}

function jsonOf(description: string, schema: object) {
	return { description, content: { "application/json": { schema } } };
}

function lines(record: object, page: object) {
	return { content: { "application/json": { schema: page }, "application/x-ndjson": { schema: record } } };
}

const whole = { type: "integer", minimum: 0 };
const ENVELOPE = {
	total_items: whole,
	total_pages: whole,
	page_number: { type: "integer", minimum: 1 },
	size: whole,
	first_page: { type: "boolean" },
	last_page: { type: "boolean" },
	empty: { type: "boolean" },
};
const text = { type: "string" };
const FACTS = {
	type: "object",
	required: ["version", "profile", "openapi_url"],
	properties: { version: text, profile: { ...text, format: "uri" }, openapi_url: { ...text, format: "uri" } },
};
const PROBLEM = {
	type: "object",
	description: "What is wrong and how to mend it (RFC 9457), with ways to reach people.",
	required: ["type", "title", "status", "detail"],
	properties: { type: text, title: text, status: whole, detail: text, instance: text },
};
const problemOf = (description: string) => ({
	description,
	content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
});
const PROBLEMS = {
	"400": problemOf("A parameter cannot be read; the detail names it and says how to write it."),
	"404": problemOf("There is no such area or record."),
};
