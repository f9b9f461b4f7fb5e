import { Hono } from "hono";
import * as z from "zod";
import { CallBackSecret } from "#api/call-backs.ts";
import { CallBackRequest } from "#domain/call-backs/call-back.ts";
import { Route } from "#domain/conversation/route.ts";
import { RouteGroups, Turn, TurnView, UrgentCard } from "#domain/conversation/turn.ts";
import { SearchParameters } from "#domain/directory/search-parameters.ts";
import { ServiceReport } from "#domain/directory/service-report.ts";
import { CouncilChoices, FoundPlace } from "#domain/places/found-place.ts";
import { Urgency } from "#domain/triage/urgency.ts";
import { VERSION } from "#domain/version.ts";
import type { AppEnv } from "#env.ts";

const Problem = z
	.object({
		type: z.string(),
		title: z.string(),
		status: z.int(),
		detail: z.string(),
		instance: z.string(),
		emergency: z.string(),
		triage: Urgency.optional(),
		urgent: UrgentCard.nullable().optional(),
		routes: RouteGroups,
	})
	.meta({ id: "Problem", description: "Problem details (RFC 9457) that still show the way to people." });

/** One schema as JSON Schema, its named parts moved to `components`. */
function schemaOf(schema: z.ZodType, io: "input" | "output"): object {
	const { $defs, $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: "any" });
	return $defs ? { ...rest, $defs } : rest;
}

const answer = (description: string, schema?: object) => ({
	description,
	...(schema ? { content: { "application/json": { schema } } } : {}),
});
const problems = {
	"4XX": {
		description: "The request could not be taken, and why.",
		content: { "application/problem+json": { schema: schemaOf(Problem, "output") } },
	},
	"5XX": {
		description: "Something is down on our side.",
		content: { "application/problem+json": { schema: schemaOf(Problem, "output") } },
	},
};

function parametersOf(schema: z.ZodObject): readonly object[] {
	return Object.entries(schema.shape).map(([name, type]) => ({
		name,
		in: "query",
		required: false,
		schema: schemaOf(type, "input"),
	}));
}

const serviceId = { name: "id", in: "path", required: true, schema: { type: "string" } };
const reference = { name: "reference", in: "path", required: true, schema: { type: "string" } };
const idempotencyKey = {
	name: "Idempotency-Key",
	in: "header",
	required: false,
	description: "16 to 200 random characters: the same request under the same key is one request",
	schema: { type: "string" },
};
const CALL_BACK_ACTS = [
	["status", "What became of a request, for whoever has its secret words"],
	["cancel", "Takes a request back"],
	["erase", "Wipes what a person told us"],
] as const;
const area = { name: "area", in: "path", required: true, schema: { type: "string" } };

/** The description of our own API, made from the schemas that check it. The feed has its own at /oruk/v3/openapi.json. */
function document(server: string) {
	return {
		openapi: "3.1.0",
		info: {
			title: "Fingerpost",
			version: VERSION,
			description: "The guided conversation and the directory. Open Referral UK is described at /oruk/v3/openapi.json.",
			license: { name: "MIT", identifier: "MIT" },
		},
		servers: [{ url: server }],
		paths: {
			"/health": {
				get: {
					summary: "Whether all is well, and what is missing",
					responses: { 200: answer("Always, whatever is down") },
				},
			},
			"/api/v1/conversation/turns": {
				post: {
					summary: "One exchange of the conversation",
					requestBody: { required: true, content: { "application/json": { schema: schemaOf(Turn, "input") } } },
					responses: { 200: answer("What the person sees", schemaOf(TurnView, "output")), ...problems },
				},
			},
			"/api/v1/areas/{area}/call-backs": {
				post: {
					summary: "Asks the area's early help team for a call; the secret words of the answer are shown this once",
					parameters: [area, idempotencyKey],
					requestBody: {
						required: true,
						content: { "application/json": { schema: schemaOf(CallBackRequest, "input") } },
					},
					responses: { 201: answer("Kept: reference, secret words, and by when a worker tries"), ...problems },
				},
			},
			...Object.fromEntries(
				CALL_BACK_ACTS.map(([act, summary]) => [
					`/api/v1/areas/{area}/call-backs/{reference}/${act}`,
					{
						post: {
							summary,
							parameters: [area, reference],
							requestBody: {
								required: true,
								content: { "application/json": { schema: schemaOf(CallBackSecret, "input") } },
							},
							responses: { 200: answer("What is happening with it"), ...problems },
						},
					},
				]),
			),
			"/api/v1/areas/{area}/services": {
				get: {
					summary: "Searches an area's directory",
					parameters: [area, ...parametersOf(SearchParameters)],
					responses: { 200: answer("A page of services with facets"), ...problems },
				},
				post: {
					summary: "The same, with the question posted as a form, so that it stands in no address",
					parameters: [area],
					requestBody: {
						required: true,
						content: { "application/x-www-form-urlencoded": { schema: schemaOf(SearchParameters, "input") } },
					},
					responses: { 200: answer("A page of services with facets"), ...problems },
				},
			},
			"/api/v1/areas/{area}/services/{id}": {
				get: {
					summary: "One service in full",
					parameters: [area, serviceId],
					responses: {
						200: answer("The service, with how complete it is and how lately it was confirmed"),
						...problems,
					},
				},
			},
			"/api/v1/areas/{area}/services/{id}.ics": {
				get: {
					summary: "A service's sessions as a calendar (RFC 5545)",
					parameters: [area, serviceId],
					responses: { 200: { description: "text/calendar" }, ...problems },
				},
			},
			"/api/v1/areas/{area}/services/{id}/reports": {
				post: {
					summary: "Says what is wrong with a listing; nothing personal is taken",
					parameters: [area, serviceId],
					requestBody: {
						required: true,
						content: { "application/json": { schema: schemaOf(ServiceReport, "input") } },
					},
					responses: { 202: answer("Counted"), ...problems },
				},
			},
			"/api/v1/areas/{area}/services.csv": {
				get: {
					summary: "The whole directory as a table",
					parameters: [area],
					responses: { 200: { description: "text/csv, with a header" }, ...problems },
				},
			},
			"/api/v1/areas/{area}/services.ndjson": {
				get: {
					summary: "The whole directory as Open Referral UK records, one a line",
					parameters: [area],
					responses: { 200: { description: "application/x-ndjson" }, ...problems },
				},
			},
			"/api/v1/places": {
				get: {
					summary: "Which council answers for children at a postcode",
					parameters: [{ name: "postcode", in: "query", required: true, schema: { type: "string" } }],
					responses: { 200: answer("Where it lies and who serves it", schemaOf(FoundPlace, "output")), ...problems },
				},
			},
			"/api/v1/places/councils": {
				get: {
					summary: "The councils of England by the first letters of their name or of a district's",
					parameters: [{ name: "name", in: "query", required: false, schema: { type: "string" } }],
					responses: { 200: answer("Those that are served first", schemaOf(CouncilChoices, "output")), ...problems },
				},
			},
		},
		components: { schemas: { Route: schemaOf(Route, "output") } },
	};
}

export const openApi = new Hono<AppEnv>().get("/", (c) =>
	c.json(document(c.var.settings.publicUrl ?? new URL(c.req.url).origin)),
);
