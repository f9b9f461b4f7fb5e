import { Hono } from "hono";
import { cors } from "hono/cors";
import { problem } from "#api/problem.ts";
import { embedQuery, readEmbedOptions } from "#domain/directory/embed-options.ts";
import type { AppEnv } from "#env.ts";
import { areaBook } from "#services/area-book.ts";

const WIDEST = 720;
const TALLEST = 900;
/** A day: what is in the frame is fresh at each look, only its address is kept. */
const CACHE_SECONDS = 86_400;

/** The page of ours that an address names: "/directory/{area}", or its frame. */
const embeddableRe = /^\/(?:directory|embed\/frame)\/(?<area>[a-z0-9-]+)\/?$/;

/** oEmbed 1.0 (oembed.com): from the address of an area's directory to the frame that shows it. JSON only. */
export const oembedApi = new Hono<AppEnv>()
	.use("/", cors({ origin: "*", allowMethods: ["GET", "HEAD"] }))
	.get("/", async (c) => {
		const here = c.var.settings.publicUrl ?? new URL(c.req.url).origin;
		const format = c.req.query("format");
		if (format !== undefined && format !== "json")
			return problem(c, "INVALID", "format: only json is made here.", {}, 501);
		const address = c.req.query("url") ?? "";
		const asked = URL.canParse(address) ? new URL(address) : null;
		if (!asked) return problem(c, "INVALID", "url: give the address of an area's directory on this site.", {}, 400);
		const slug =
			asked.origin === new URL(here).origin ? embeddableRe.exec(asked.pathname)?.groups?.["area"] : undefined;
		const { area } = await areaBook(c.var.deps, slug);
		if (!area)
			return problem(c, "NOT_FOUND", "url: only the address of an area's directory on this site can be embedded.");
		const read = readEmbedOptions(asked.searchParams);
		if (!read.ok) return problem(c, "INVALID", `url: ${read.problems.join(" ")}`, {}, 400);
		const query = embedQuery(read.options);
		const source = `${here}/embed/frame/${area.slug}${query === "" ? "" : `?${query}`}`;
		const title = c.var.deps.content.words.widget.list.frame_title.replace("{area}", area.name);
		const width = atMost(WIDEST, c.req.query("maxwidth"));
		const height = atMost(TALLEST, c.req.query("maxheight"));
		c.header("cache-control", "public, max-age=3600");
		return c.json({
			version: "1.0",
			type: "rich",
			provider_name: c.var.deps.content.words.site.name,
			provider_url: here,
			title,
			cache_age: CACHE_SECONDS,
			width,
			height,
			html: `<iframe src="${attribute(source)}" title="${attribute(title)}" width="${width}" height="${height}" frameborder="0"></iframe>`,
		});
	});

/** The size we would like, or the smaller one that was asked for. */
function atMost(wanted: number, asked: string | undefined): number {
	const most = Number.parseInt(asked ?? "", 10);
	return most > 0 ? Math.min(wanted, most) : wanted;
}

function attribute(text: string): string {
	return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}
