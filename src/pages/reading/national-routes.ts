import type { Context } from "hono";
import type { Audience } from "#domain/conversation/audience.ts";
import { routesNow } from "#domain/conversation/routes-now.ts";
import type { RouteGroups } from "#domain/conversation/turn.ts";
import type { AppEnv } from "#env.ts";

/** The ways to people that need no area, at this minute. Those named come first. */
export function nationalRoutes(
	c: Context<AppEnv>,
	named: readonly string[] = [],
	audience?: Audience | undefined,
): RouteGroups {
	const { content, clock } = c.var.deps;
	return routesNow({ local: [], national: content.helpline }, named, audience, clock.now(), content.holidays);
}
