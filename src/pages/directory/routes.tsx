import { type Context, Hono } from "hono";
import { routesNow } from "#domain/conversation/routes-now.ts";
import { londonMoment } from "#domain/directory/search/moment.ts";
import { readSearchParameters } from "#domain/directory/search-parameters.ts";
import { ServiceReport } from "#domain/directory/service-report.ts";
import type { AppEnv } from "#env.ts";
import { ChooseAreaPage, type ChooseAreaPageProps } from "#pages/directory/choose-area-page.tsx";
import { keptOf } from "#pages/directory/kept.ts";
import { DirectoryListPage } from "#pages/directory/list-page.tsx";
import { applyChange } from "#pages/directory/search-change.ts";
import { ServicePage } from "#pages/directory/service-page.tsx";
import { ShortlistPage } from "#pages/directory/shortlist-page.tsx";
import { errorPage } from "#pages/errors/error-response.tsx";
import { paths } from "#pages/paths.ts";
import { readForm } from "#pages/read-form.ts";
import { areaBook } from "#services/area-book.ts";
import { councilChoices, guessCouncil } from "#services/choose-council.ts";
import { describeService } from "#services/describe-service.ts";
import { servedAreas } from "#services/find-place.ts";
import { findUrgency } from "#services/find-urgency.ts";
import { listKept } from "#services/list-kept.ts";
import { placesAround } from "#services/places-around.ts";
import { reportService } from "#services/report-service.ts";
import { searchDirectory } from "#services/search-directory.ts";

/** Longer than any postcode or name of a council. */
const LONGEST_PLACE = 60;
const MOST_COUNCILS = 12;

/** The directory of services. Questions are posted, so that neither words nor place stand in an address. */
export const directoryPages = new Hono<AppEnv>()
	.get("/", (c) => choose(c, { postcode: "", name: "", guess: null, choices: null }))
	.post("/", async (c) => {
		const form = await readForm(c.req.raw);
		const postcode = form.get("postcode")?.trim().slice(0, LONGEST_PLACE) ?? "";
		const name = form.get("name")?.trim().slice(0, LONGEST_PLACE) ?? "";
		const guess = postcode === "" ? null : await guessCouncil(c.var.deps, postcode);
		const choices = name === "" ? null : (await councilChoices(c.var.deps, name)).slice(0, MOST_COUNCILS);
		return choose(c, { postcode, name, guess, choices });
	})
	.get("/:area", (c) => list(c, new URL(c.req.url).searchParams))
	.post("/:area", async (c) => {
		const form = new URLSearchParams(await c.req.text());
		const change = form.get("change");
		form.delete("change");
		return list(c, change === null ? form : applyChange(form, change));
	})
	.post("/:area/list", shortlist)
	.get("/:area/list", (c) => c.redirect(paths.directory(encodeURIComponent(c.req.param("area"))), 303))
	.post("/:area/services/:id/report", async (c) => {
		const { area, id } = c.req.param();
		const read = ServiceReport.safeParse({ reason: (await readForm(c.req.raw)).get("reason") });
		if (!read.success) return errorPage(c, "INVALID");
		const known = await reportService(c.var.deps, { area, service: id, reason: read.data.reason });
		return known ? c.redirect(`${paths.service(area, id)}#reported`, 303) : c.notFound();
	})
	.get("/:area/services/:id", async (c) => {
		const { content, clock, feed } = c.var.deps;
		const { area, book } = await areaBook(c.var.deps, c.req.param("area"));
		const service = area ? await feed.service(area.slug, c.req.param("id")).catch(() => "unavailable" as const) : null;
		if (service === "unavailable") return errorPage(c, "UNAVAILABLE");
		// What the feed still says of a listing that was taken out is for machines: nobody is sent to it.
		if (!area || !service || service.status === "defunct") return c.notFound();
		const routes = routesNow(book, [], undefined, clock.now(), content.holidays);
		return c.html(
			<ServicePage
				words={content.words}
				area={area}
				service={describeService(c.var.deps, service)}
				routes={routes}
				now={londonMoment(clock.now(), content.holidays)}
			/>,
		);
	});

async function choose(c: Context<AppEnv>, asked: ChooseAreaPageProps["asked"]): Promise<Response> {
	const { content, clock } = c.var.deps;
	const routes = routesNow({ local: [], national: content.helpline }, [], undefined, clock.now(), content.holidays);
	const areas = await servedAreas(c.var.deps);
	return c.html(<ChooseAreaPage words={content.words} areas={areas} routes={routes} asked={asked} />);
}

async function list(c: Context<AppEnv>, asked: URLSearchParams): Promise<Response> {
	const { content, clock } = c.var.deps;
	const { area, book } = await areaBook(c.var.deps, c.req.param("area"));
	if (!area) return c.notFound();
	const kept = keptOf(asked);
	const read = readSearchParameters(asked);
	if (!read.ok) return errorPage(c, "INVALID");
	// What is looked for may be a cry for help: danger is found in it as in any message, before the list.
	const { urgent } = await findUrgency(c.var.deps, asked.get("q") ?? "", area.slug);
	const { neighbours, elsewhere } = await placesAround(c.var.deps, area.slug, asked.get("near") ?? "");
	const search = { area: area.slug, ...read.parameters, neighbours: neighbours.map(({ slug }) => slug) };
	const found = await searchDirectory(c.var.deps, search);
	if (found.kind !== "found") return errorPage(c, "UNAVAILABLE");
	// Kept for going back, by this browser alone: without that, it would ask to send the question again.
	c.header("cache-control", "private, no-cache");
	const routes = routesNow(book, [], undefined, clock.now(), content.holidays);
	const address = (c.var.settings.publicUrl ?? new URL(c.req.url).origin) + paths.directory(area.slug);
	return c.html(
		<DirectoryListPage
			words={content.words}
			area={area}
			answer={found.answer}
			asked={asked}
			kept={kept}
			urgent={urgent}
			today={londonMoment(clock.now(), []).day}
			place={found.place}
			neighbours={neighbours}
			elsewhere={elsewhere}
			routes={routes}
			address={address}
		/>,
	);
}

async function shortlist(c: Context<AppEnv>): Promise<Response> {
	const { content, clock } = c.var.deps;
	const asked = new URLSearchParams(await c.req.text());
	const kept = keptOf(asked);
	const { area, book } = await areaBook(c.var.deps, c.req.param("area"));
	if (!area) return c.notFound();
	const services = await listKept(c.var.deps, area.slug, kept).catch(() => null);
	if (services === null) return errorPage(c, "UNAVAILABLE");
	c.header("cache-control", "private, no-cache");
	return c.html(
		<ShortlistPage
			words={content.words}
			area={area}
			services={services.map((service) => describeService(c.var.deps, service))}
			asked={asked}
			gone={services.length < kept.length}
			routes={routesNow(book, [], undefined, clock.now(), content.holidays)}
		/>,
	);
}
