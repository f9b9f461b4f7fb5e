import { type Context, Hono } from "hono";
import { cors } from "hono/cors";
import { widgetRelease } from "#content/compiled/widget-release.ts";
import { routesNow } from "#domain/conversation/routes-now.ts";
import type { Area } from "#domain/directory/area.ts";
import { type EmbedOptions, readEmbedOptions } from "#domain/directory/embed-options.ts";
import type { SearchAnswer } from "#domain/directory/search/query.ts";
import type { AppEnv } from "#env.ts";
import { BuilderPage } from "#pages/embed/builder-page.tsx";
import type { EmbedSource } from "#pages/embed/embed-code.ts";
import { FramePage } from "#pages/embed/frame-page.tsx";
import { MockPage } from "#pages/embed/mock-page.tsx";
import { ServiceList } from "#pages/embed/service-list.tsx";
import { themeOf } from "#pages/embed/theme.ts";
import { readForm } from "#pages/read-form.ts";
import { areaBook } from "#services/area-book.ts";
import { findUrgency } from "#services/find-urgency.ts";
import { searchDirectory } from "#services/search-directory.ts";

/** What other sites show of ours without its script, and the page where they make their code. */
export const embedPages = new Hono<AppEnv>()
	.get("/", builder)
	.get("/mock", async (c) => {
		const read = readEmbedOptions(new URL(c.req.url).searchParams);
		const { area } = await areaBook(c.var.deps, read.options.area);
		if (!area) return c.notFound();
		return c.html(<MockPage words={c.var.deps.content.words} area={area} options={read.options} />);
	})
	.get("/theme.css", (c) => {
		const { accent } = readEmbedOptions(new URL(c.req.url).searchParams).options;
		c.header("cache-control", "public, max-age=3600");
		return c.body(accent ? themeOf(accent).css : "", 200, { "content-type": "text/css; charset=utf-8" });
	})
	.use("/fragment/*", cors({ origin: "*", allowMethods: ["GET", "HEAD"] }))
	.get("/fragment/:area", async (c) => {
		const { words } = c.var.deps.content;
		const read = readEmbedOptions(new URL(c.req.url).searchParams);
		const { area } = await areaBook(c.var.deps, c.req.param("area"));
		if (!area) return c.html(<p>{words.widget.list.unknown_area}</p>, 404);
		if (!read.ok) return c.html(<p>{read.problems.join(" ")}</p>, 400);
		const answer = await search(c, area, read.options, { q: "", near: c.req.query("near") ?? "" });
		const [unknown] = answer?.unknown ?? [];
		if (unknown) return c.html(<p>{words.widget.list.unknown_choice.replace("{choice}", unknown)}</p>, 400);
		if (answer) c.header("cache-control", "public, max-age=300");
		else c.header("cache-control", "no-store");
		return c.html(
			<ServiceList
				words={words}
				origin={originOf(c)}
				area={area}
				answer={answer}
				headingLevel={read.options["heading-level"]}
				phone={read.options.phone}
			/>,
			answer ? 200 : 503,
		);
	})
	.get("/frame/:area", (c) => frame(c, c.req.param("area"), { q: "", near: "" }))
	.post("/frame/:area", async (c) => {
		const form = await readForm(c.req.raw);
		return frame(c, c.req.param("area"), { q: form.get("q") ?? "", near: form.get("near") ?? "" });
	});

type Asked = { readonly q: string; readonly near: string };

async function frame(c: Context<AppEnv>, slug: string, asked: Asked): Promise<Response> {
	const { area } = await areaBook(c.var.deps, slug);
	if (!area) return c.notFound();
	const options = { ...readEmbedOptions(new URL(c.req.url).searchParams).options, area: area.slug };
	const answer = await search(c, area, options, asked);
	c.header("cache-control", "no-store");
	const { words } = c.var.deps.content;
	const { urgent } = await findUrgency(c.var.deps, asked.q, area.slug);
	return c.html(
		<FramePage
			words={words}
			origin={originOf(c)}
			area={area}
			options={options}
			answer={answer}
			asked={asked}
			urgent={urgent}
		/>,
	);
}

async function builder(c: Context<AppEnv>): Promise<Response> {
	const { content, areas, clock } = c.var.deps;
	const stored = await areas.list().catch(() => []);
	const known = [...new Map([...content.content.areas, ...stored].map((area) => [area.slug, area])).values()];
	const read = readEmbedOptions(new URL(c.req.url).searchParams);
	const area = known.find(({ slug }) => slug === read.options.area) ?? known[0];
	const options = { ...read.options, area: area?.slug };
	const { book } = await areaBook(c.var.deps, area?.slug);
	const source: EmbedSource | null = area
		? { words: content.words, origin: originOf(c), area, options, release: widgetRelease }
		: null;
	return c.html(
		<BuilderPage
			words={content.words}
			areas={known}
			needs={content.content.needs.filter(({ parent }) => parent === undefined)}
			audiences={content.content.filters.audience}
			options={options}
			source={source}
			problems={read.ok ? [] : read.problems}
			routes={routesNow(book, [], undefined, clock.now(), content.holidays)}
		/>,
	);
}

/** The services for some options; null where the directory cannot be reached. */
async function search(
	c: Context<AppEnv>,
	area: Area,
	{ needs, audience, limit, radius }: EmbedOptions,
	{ q, near }: Asked,
): Promise<SearchAnswer | null> {
	const found = await searchDirectory(c.var.deps, {
		area: area.slug,
		page: 1,
		per_page: limit,
		...(q === "" ? {} : { q: q.slice(0, LONGEST_WORDS) }),
		...(near === "" ? {} : { near }),
		...(near === "" || radius === undefined ? {} : { radius_km: radius }),
		...(needs.length > 0 ? { need: needs } : {}),
		...(audience.length > 0 ? { audience } : {}),
	});
	return found.kind === "found" ? found.answer : null;
}
/** As the directory's own parameters have it. */
const LONGEST_WORDS = 300;

function originOf(c: Context<AppEnv>): string {
	return c.var.settings.publicUrl ?? new URL(c.req.url).origin;
}
