import { type Context, Hono } from "hono";
import { routesNow } from "#domain/conversation/routes-now.ts";
import { londonMoment } from "#domain/directory/search/moment.ts";
import { readSearchParameters } from "#domain/directory/search-parameters.ts";
import type { AppEnv } from "#env.ts";
import { ChooseAreaPage } from "#pages/directory/choose-area-page.tsx";
import { DirectoryListPage } from "#pages/directory/list-page.tsx";
import { applyChange } from "#pages/directory/search-change.ts";
import { ServicePage } from "#pages/directory/service-page.tsx";
import { errorPage } from "#pages/errors/error-response.tsx";
import { areaBook } from "#services/area-book.ts";
import { count } from "#services/count.ts";
import { findUrgency } from "#services/find-urgency.ts";
import { searchDirectory } from "#services/search-directory.ts";

/** The directory of services. Questions are posted, so that neither words nor place stand in an address. */
export const directoryPages = new Hono<AppEnv>()
	.get("/", async (c) => {
		const { content, areas, clock } = c.var.deps;
		const stored = await areas.list().catch(() => []);
		const known = new Map([...content.content.areas, ...stored].map((area) => [area.slug, area]));
		const routes = routesNow({ local: [], national: content.helpline }, [], undefined, clock.now(), content.holidays);
		return c.html(<ChooseAreaPage words={content.words} areas={[...known.values()]} routes={routes} />);
	})
	.get("/:area", (c) => list(c, new URL(c.req.url).searchParams))
	.post("/:area", async (c) => {
		const form = new URLSearchParams(await c.req.text());
		const change = form.get("change");
		form.delete("change");
		return list(c, change === null ? form : applyChange(form, change));
	})
	.get("/:area/services/:id", async (c) => {
		const { content, clock, feed } = c.var.deps;
		const { area, book } = await areaBook(c.var.deps, c.req.param("area"));
		const service = area ? await feed.service(area.slug, c.req.param("id")).catch(() => "unavailable" as const) : null;
		if (service === "unavailable") return errorPage(c, "UNAVAILABLE");
		if (!area || !service) return c.notFound();
		count(c.var.deps, area.slug, "opened", service.id);
		const routes = routesNow(book, [], undefined, clock.now(), content.holidays);
		return c.html(
			<ServicePage
				words={content.words}
				area={area}
				service={service}
				routes={routes}
				now={londonMoment(clock.now(), content.holidays)}
			/>,
		);
	});

async function list(c: Context<AppEnv>, asked: URLSearchParams): Promise<Response> {
	const { content, clock } = c.var.deps;
	const { area, book } = await areaBook(c.var.deps, c.req.param("area"));
	if (!area) return c.notFound();
	const read = readSearchParameters(asked);
	if (!read.ok) return errorPage(c, "INVALID");
	// What is looked for may be a cry for help: danger is found in it as in any message, before the list.
	const { urgent } = await findUrgency(c.var.deps, asked.get("q") ?? "");
	const found = await searchDirectory(c.var.deps, { area: area.slug, ...read.parameters });
	if (found.kind !== "found") return errorPage(c, "UNAVAILABLE");
	c.header("cache-control", "no-store");
	const routes = routesNow(book, [], undefined, clock.now(), content.holidays);
	return c.html(
		<DirectoryListPage
			words={content.words}
			area={area}
			answer={found.answer}
			asked={asked}
			urgent={urgent}
			today={londonMoment(clock.now(), []).day}
			placeUnknown={found.place === "unknown"}
			routes={routes}
		/>,
	);
}
