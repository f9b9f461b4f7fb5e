import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { routesNow } from "#domain/conversation/routes-now.ts";
import type { UrgentCard } from "#domain/conversation/turn.ts";
import { AppError, type ErrorCode } from "#domain/errors.ts";
import type { Urgency } from "#domain/triage/urgency.ts";
import type { AppEnv } from "#env.ts";

export const statusOf = {
	NOT_FOUND: 404,
	INVALID: 422,
	TOO_LARGE: 413,
	RATE_LIMITED: 429,
	UNAVAILABLE: 503,
	CONFLICT: 409,
	FORBIDDEN: 403,
} as const satisfies Record<ErrorCode, ContentfulStatusCode>;

const TITLES: Readonly<Record<ErrorCode, string>> = {
	NOT_FOUND: "Not found",
	INVALID: "The request could not be read",
	TOO_LARGE: "The request is too large",
	RATE_LIMITED: "Too many requests",
	UNAVAILABLE: "Part of the service cannot be reached",
	CONFLICT: "The record was changed by someone else",
	FORBIDDEN: "This may not be done from there",
};

/** What a problem may carry besides: an urgency found before the request was refused, with its card. */
export type Beside = { readonly triage?: Urgency; readonly urgent?: UrgentCard | null };

/**
 * Problem details (RFC 9457) that still show the way to people: an error is no dead end.
 * `detail` says how to mend the request.
 */
export function problem(
	c: Context<AppEnv>,
	code: ErrorCode,
	detail: string,
	beside: Beside = {},
	status: ContentfulStatusCode = statusOf[code],
): Response {
	const { content, clock } = c.var.deps;
	const routes = routesNow({ local: [], national: content.helpline }, [], undefined, clock.now(), content.holidays);
	return c.json(
		{
			type: "about:blank",
			title: TITLES[code],
			status,
			detail,
			instance: c.req.path,
			...beside,
			emergency: content.words.site.emergency_strip,
			routes,
		},
		status,
		{ "content-type": "application/problem+json", "cache-control": "no-store" },
	);
}

/** Turns what a verb threw into problem details. What we did not foresee is 500, with nothing of its insides. */
export function problemFrom(c: Context<AppEnv>, error: Error): Response {
	if (error instanceof AppError) return problem(c, error.code, error.message);
	return problem(c, "UNAVAILABLE", "Something went wrong on our side. Try again in a minute.", {}, 500);
}
