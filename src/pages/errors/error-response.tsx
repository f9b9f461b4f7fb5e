import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { routesNow } from "#domain/conversation/routes-now.ts";
import type { UrgentCard } from "#domain/conversation/turn.ts";
import { AppError, type ErrorCode } from "#domain/errors.ts";
import type { AppEnv } from "#env.ts";
import { paths } from "#pages/paths.ts";
import { Layout } from "#pages/ui/layout.tsx";
import { Routes } from "#pages/ui/routes.tsx";
import { Urgent } from "#pages/ui/urgent-card.tsx";

const PAGES = {
	NOT_FOUND: { status: 404, words: "not_found" },
	INVALID: { status: 422, words: "invalid" },
	TOO_LARGE: { status: 413, words: "too_large" },
	RATE_LIMITED: { status: 429, words: "rate_limited" },
	UNAVAILABLE: { status: 503, words: "unavailable" },
	CONFLICT: { status: 409, words: "conflict" },
	FORBIDDEN: { status: 403, words: "forbidden" },
	UNEXPECTED: { status: 500, words: "unexpected" },
} as const satisfies Record<ErrorCode | "UNEXPECTED", { status: ContentfulStatusCode; words: string }>;

/** A page that says what went wrong and shows the way to people, from what is compiled into the build. */
export function errorPage(
	c: Context<AppEnv>,
	code: ErrorCode | "UNEXPECTED",
	/** The danger found in what could not be taken: it stands first. */
	urgent: UrgentCard | null = null,
): Response | Promise<Response> {
	const { content, clock } = c.var.deps;
	const { words } = content;
	const { status, words: key } = PAGES[code];
	const { title, body } = words.site.errors[key];
	const routes = routesNow({ local: [], national: content.helpline }, [], undefined, clock.now(), content.holidays);
	c.header("cache-control", "no-store");
	return c.html(
		<Layout words={words} title={title} demonstration={false} beside={<Routes words={words} routes={routes} />}>
			{urgent ? <Urgent words={words} card={urgent} /> : null}
			<h1>{title}</h1>
			<p class="lead">{body}</p>
			<p>
				<a class="button" href={paths.home()}>
					{words.site.guide.start_again}
				</a>
			</p>
		</Layout>,
		status,
	);
}

/** What a verb threw, as a page. What we did not foresee shows nothing of its insides. */
export function errorPageFrom(c: Context<AppEnv>, error: Error): Response | Promise<Response> {
	return errorPage(c, error instanceof AppError ? error.code : "UNEXPECTED");
}
