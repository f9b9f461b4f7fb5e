import { type Context, Hono } from "hono";
import type { Audience } from "#domain/conversation/audience.ts";
import { routeNow, routesNow } from "#domain/conversation/routes-now.ts";
import { Stage } from "#domain/conversation/stage.ts";
import type { AppEnv } from "#env.ts";
import { paths } from "#pages/paths.ts";
import { DocumentPage } from "#pages/reading/document-page.tsx";
import { ListPage } from "#pages/reading/list-page.tsx";
import { RouteItem } from "#pages/ui/routes.tsx";
import { showAnswer } from "#services/show-answer.ts";

/** The pages for those who look rather than ask: answers, stages, glossary, helplines, and pages about the site. */
export const readingPages = new Hono<AppEnv>()
	.get("/answers", (c) => answerList(c, "parent"))
	.get("/young-people/answers", (c) => answerList(c, "young_person"))
	.get("/answers/:id", (c) => {
		const { content, clock } = c.var.deps;
		const answer = content.answer(c.req.param("id"));
		if (!answer) return c.notFound();
		const shown = showAnswer(content, answer, clock.now().toISOString().slice(0, 10));
		const links = answer.next.flatMap((id) => {
			const next = content.answer(id);
			return next ? [{ href: paths.answer(id), label: next.title }] : [];
		});
		const reader = answer.audiences[0];
		return c.html(
			<DocumentPage
				words={content.words}
				title={shown.title}
				blocks={shown.blocks}
				sources={shown.sources}
				reviewed={answer.reviewed}
				review_by={answer.review_by}
				links={links}
				routes={nationalRoutes(c, answer.routes, reader)}
				indexed
			/>,
		);
	})
	.get("/stages", (c) => stageList(c, "parent"))
	.get("/young-people/stages", (c) => stageList(c, "young_person"))
	.get("/stages/:id", (c) => stagePage(c, "parent"))
	.get("/young-people/stages/:id", (c) => stagePage(c, "young_person"))
	.get("/glossary", (c) => {
		const { content } = c.var.deps;
		const terms = [...content.content.terms].sort((a, b) => a.term.localeCompare(b.term, "en"));
		return c.html(
			<ListPage
				words={content.words}
				title={content.words.site.footer.glossary}
				routes={nationalRoutes(c, [], "parent")}
			>
				<dl class="glossary">
					{terms.map(({ id, term, meaning, also }) => (
						<div id={id}>
							<dt>{term}</dt>
							<dd>
								{meaning}
								{also.length > 0 ? <span class="small"> ({also.join(", ")})</span> : null}
							</dd>
						</div>
					))}
				</dl>
			</ListPage>,
		);
	})
	.get("/helplines", (c) => {
		const { content, clock } = c.var.deps;
		const at = clock.now();
		return c.html(
			<ListPage
				words={content.words}
				title={content.words.site.footer.helplines}
				routes={nationalRoutes(c, [], "parent")}
			>
				<ul class="route-list">
					{content.content.helplines.map((source) => (
						<RouteItem words={content.words} route={routeNow(source, at, content.holidays)} />
					))}
				</ul>
			</ListPage>,
		);
	})
	.get("/about/:id", (c) => {
		const { content } = c.var.deps;
		const page = content.page(c.req.param("id"));
		if (!page) return c.notFound();
		return c.html(
			<DocumentPage
				words={content.words}
				title={page.title}
				summary={page.summary}
				blocks={page.blocks}
				sources={page.sources ?? []}
				reviewed={page.reviewed}
				review_by={page.review_by}
				links={[]}
				routes={nationalRoutes(c, [], page.audience === "young_person" ? "young_person" : "parent")}
				indexed
			/>,
		);
	});

function answerList(c: Context<AppEnv>, audience: Audience) {
	const { content } = c.var.deps;
	const answers = content.content.answers.filter((answer) => answer.audiences.includes(audience));
	return c.html(
		<ListPage words={content.words} title={content.words.site.footer.answers} routes={nationalRoutes(c, [], audience)}>
			<ul>
				{answers.map(({ id, title }) => (
					<li>
						<a href={paths.answer(id)}>{title}</a>
					</li>
				))}
			</ul>
		</ListPage>,
	);
}

function stageList(c: Context<AppEnv>, audience: "parent" | "young_person") {
	const { content } = c.var.deps;
	const stages = content.content.stages
		.filter((stage) => stage.audience === audience)
		.sort((a, b) => a.order - b.order);
	return c.html(
		<ListPage words={content.words} title={content.words.site.footer.stages} routes={nationalRoutes(c, [], audience)}>
			<ol class="stages">
				{stages.map(({ id, title, summary }) => (
					<li>
						<a href={paths.stage(id, audience === "young_person")}>{title}</a>
						<p>{summary}</p>
					</li>
				))}
			</ol>
		</ListPage>,
	);
}

function stagePage(c: Context<AppEnv>, audience: "parent" | "young_person") {
	const { content } = c.var.deps;
	const id = Stage.safeParse(c.req.param("id"));
	const stage = id.success ? content.stage(id.data, audience) : null;
	if (!stage) return c.notFound();
	const young = audience === "young_person";
	const links = stage.next_stages.flatMap((next) => {
		const found = content.stage(next, audience);
		return found ? [{ href: paths.stage(next, young), label: found.title }] : [];
	});
	return c.html(
		<DocumentPage
			words={content.words}
			title={stage.title}
			summary={stage.summary}
			blocks={stage.blocks}
			sources={stage.sources}
			reviewed={stage.reviewed}
			review_by={stage.review_by}
			links={links}
			routes={nationalRoutes(c, stage.routes, audience)}
			indexed
		/>,
	);
}

function nationalRoutes(c: Context<AppEnv>, named: readonly string[], audience: Audience | undefined) {
	const { content, clock } = c.var.deps;
	return routesNow({ local: [], national: content.helpline }, named, audience, clock.now(), content.holidays);
}
