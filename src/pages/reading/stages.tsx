import type { Context } from "hono";
import { Hono } from "hono";
import { Stage } from "#domain/conversation/stage.ts";
import type { AppEnv } from "#env.ts";
import { paths, type Reader } from "#pages/paths.ts";
import { DocumentPage } from "#pages/reading/document-page.tsx";
import { nationalRoutes } from "#pages/reading/national-routes.ts";
import { Layout } from "#pages/ui/layout.tsx";
import { ReaderTabs } from "#pages/ui/reader-tabs.tsx";
import { Routes } from "#pages/ui/routes.tsx";
import { StageMap } from "#pages/ui/stage-map.tsx";
import { showDocument } from "#services/show-document.ts";

/** The map of the process and each of its steps, for parents and for young people. */
export const stagePages = new Hono<AppEnv>()
	.get("/stages", (c) => map(c, "parent"))
	.get("/young-people/stages", (c) => map(c, "young_person"))
	.get("/stages/:id", (c) => step(c, "parent"))
	.get("/young-people/stages/:id", (c) => step(c, "young_person"));

function map(c: Context<AppEnv>, reader: Reader) {
	const { content } = c.var.deps;
	const { words } = content;
	const stages = content.content.stages.filter((stage) => stage.audience === reader).sort((a, b) => a.order - b.order);
	return c.html(
		<Layout
			words={words}
			title={words.site.footer.stages}
			demonstration={false}
			indexed
			beside={<Routes words={words} routes={nationalRoutes(c, [], reader)} />}
		>
			<h1>{words.site.footer.stages}</h1>
			<p class="lead">{words.site.stages.lead}</p>
			<ReaderTabs words={words} young={reader === "young_person"} path={paths.stages} />
			<StageMap words={words} stages={stages} />
		</Layout>,
	);
}

function step(c: Context<AppEnv>, reader: Reader) {
	const { content, clock } = c.var.deps;
	const { words } = content;
	const id = Stage.safeParse(c.req.param("id"));
	const stage = id.success ? content.stage(id.data, reader) : null;
	if (!stage) return c.notFound();
	const shown = showDocument(content, stage, clock.now().toISOString().slice(0, 10));
	const young = reader === "young_person";
	const next = stage.next_stages.flatMap((then) => {
		const found = content.stage(then, reader);
		return found ? [{ href: paths.stage(then, young), label: found.title }] : [];
	});
	return c.html(
		<DocumentPage
			words={words}
			title={stage.title}
			{...shown}
			up={{ href: paths.stages(young), label: words.site.stages.all }}
			reviewed={stage.reviewed}
			review_by={stage.review_by}
			links={{ title: words.site.stages.next, list: next }}
			routes={nationalRoutes(c, stage.routes, reader)}
			young={young}
			helpItem={{ kind: "stage", id: stage.id, reader }}
		>
			<ReaderTabs words={words} young={young} path={(forYoung) => paths.stage(stage.id, forYoung)} />
		</DocumentPage>,
	);
}
