import { type Context, Hono } from "hono";
import { cors } from "hono/cors";
import { showCalendar } from "#api/calendar.ts";
import { exportCsv, exportLines } from "#api/exports.ts";
import { problem } from "#api/problem.ts";
import { readBody } from "#api/read-body.ts";
import { takeReport } from "#api/service-reports.ts";
import { routesNow } from "#domain/conversation/routes-now.ts";
import { readSearchParameters } from "#domain/directory/search-parameters.ts";
import type { AppEnv } from "#env.ts";
import { describeService } from "#services/describe-service.ts";
import { findUrgency } from "#services/find-urgency.ts";
import { areasToChoose, neighbourAreas } from "#services/neighbour-areas.ts";
import { searchDirectory } from "#services/search-directory.ts";

/** A question of the longest words, each of them escaped, with every choice: in bytes. */
const LARGEST_BODY = 64 * 1024;

/**
 * An area's directory for programs and for the widget: any site may read it. A question may also be posted as a form,
 * so that its words and its place stand in no address; it changes nothing, so no site needs to be kept from it.
 */
export const servicesApi = new Hono<AppEnv>()
	.use("/:area/services/*", cors({ origin: "*", allowMethods: ["GET", "HEAD", "POST"], maxAge: 86_400 }))
	.use("/:area/services.csv", cors())
	.use("/:area/services.ndjson", cors())
	.get("/:area/services.csv", exportCsv)
	.get("/:area/services.ndjson", exportLines)
	.get("/:area/services", (c) => answer(c, c.req.param("area"), new URL(c.req.url).searchParams))
	.post("/:area/services", async (c) => {
		const body = await readBody(c.req.raw, LARGEST_BODY);
		if (body.whole) return answer(c, c.req.param("area"), new URLSearchParams(body.text));
		const words = new URLSearchParams(body.text).get("q") ?? "";
		const detail = `Send at most ${LARGEST_BODY / 1024} kB.`;
		return problem(c, "TOO_LARGE", detail, await findUrgency(c.var.deps, words, c.req.param("area")));
	})
	.get("/:area/services/:id{.+\\.ics}", showCalendar)
	.post("/:area/services/:id/reports", takeReport)
	.get("/:area/services/:id", async (c) => {
		const { area, id } = c.req.param();
		const { feed, serviceNotices } = c.var.deps;
		const [service, notices] = await Promise.all([feed.service(area, id), serviceNotices.list(area, id)]);
		if (!service) return problem(c, "NOT_FOUND", "There is no service with this id in this area.");
		c.header("cache-control", "public, max-age=60");
		return c.json(describeService(c.var.deps, service, notices), 200);
	});

/** The ways to a person, for somebody who found nothing. As compiled into the build: a search asks no database. */
function routesOf(c: Context<AppEnv>, area: string): Routes {
	const { content, clock } = c.var.deps;
	const book = { local: content.area(area)?.routes ?? [], national: content.helpline };
	return routesNow(book, [], undefined, clock.now(), content.holidays);
}
type Routes = ReturnType<typeof routesNow>;

/** What was found, and before it the card for danger that the words tell of: a search box is spoken to like any other. */
async function answer(c: Context<AppEnv>, area: string, asked: URLSearchParams): Promise<Response> {
	c.header("cache-control", "no-store");
	const words = asked.getAll("q").join(" ");
	const urgency = words === "" ? { urgent: null } : await findUrgency(c.var.deps, words, area);
	const read = readSearchParameters(asked);
	if (!read.ok) return problem(c, "INVALID", read.detail, urgency, 400);
	const { near } = read.parameters;
	const neighbours = near === undefined ? [] : await neighbourAreas(c.var.deps, area, near);
	const found = await searchDirectory(c.var.deps, { area, ...read.parameters, neighbours });
	switch (found.kind) {
		case "found":
			return c.json(
				{
					...found.answer,
					place: found.place,
					...(found.place === "unknown" ? { areas: await areasToChoose(c.var.deps) } : {}),
					...(found.answer.total === 0 ? { routes: routesOf(c, area) } : {}),
					urgent: urgency.urgent,
				},
				200,
			);
		case "none":
			return problem(c, "NOT_FOUND", `There is no directory for "${area}".`, urgency);
		case "unavailable":
			return problem(c, "UNAVAILABLE", "The directory cannot be reached. Try again in a minute.", urgency);
	}
}
