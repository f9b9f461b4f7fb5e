import type { Context } from "hono";
import { Hono } from "hono";
import type { Answer } from "#content/schema.ts";
import type { Audience } from "#domain/conversation/audience.ts";
import { Stage } from "#domain/conversation/stage.ts";
import type { AppEnv } from "#env.ts";
import { neutralName, SENSITIVE_ANSWERS } from "#pages/neutral-address.ts";
import { paths } from "#pages/paths.ts";
import { DocumentPage } from "#pages/reading/document-page.tsx";
import { nationalRoutes } from "#pages/reading/national-routes.ts";
import { Layout } from "#pages/ui/layout.tsx";
import { ReaderTabs } from "#pages/ui/reader-tabs.tsx";
import { Routes } from "#pages/ui/routes.tsx";
import { showAnswer } from "#services/show-answer.ts";

/** Every reviewed answer by itself, and all of them by the step of the process they belong to. */
export const answerPages = new Hono<AppEnv>()
	.get("/answers", (c) => list(c, "parent"))
	.get("/young-people/answers", (c) => list(c, "young_person"))
	.get("/answers/:id", (c) => {
		const { content, clock } = c.var.deps;
		const named = c.req.param("id");
		const hidden = [...SENSITIVE_ANSWERS].find((id) => neutralName(id) === named);
		const answer = content.answer(hidden ?? named);
		if (!answer) return c.notFound();
		const sensitive = SENSITIVE_ANSWERS.has(answer.id);
		if (sensitive && !hidden) return c.redirect(paths.answer(answer.id), 301);
		const shown = showAnswer(content, answer, clock.now().toISOString().slice(0, 10));
		const young = isForYoung(answer);
		const next = answer.next.flatMap((id) => {
			const found = content.answer(id);
			return found ? [{ href: paths.answer(id), label: found.title }] : [];
		});
		return c.html(
			<DocumentPage
				words={content.words}
				title={shown.title}
				{...(sensitive ? { neutralTitle: content.words.site.answers.neutral_title } : {})}
				up={{ href: paths.answers(young), label: content.words.site.footer.answers }}
				blocks={shown.blocks}
				sources={shown.sources}
				reviewed={answer.reviewed}
				review_by={answer.review_by}
				links={{ title: content.words.site.guide.related, list: next }}
				routes={nationalRoutes(c, answer.routes, answer.audiences[0])}
				young={young}
				helpItem={{ kind: "answer", id: answer.id }}
			/>,
		);
	});

function isForYoung({ audiences }: Answer): boolean {
	return audiences.every((audience) => audience === "young_person");
}

function list(c: Context<AppEnv>, audience: Audience) {
	const { content } = c.var.deps;
	const { words } = content;
	const young = audience === "young_person";
	const answers = content.content.answers.filter((answer) => answer.audiences.includes(audience));
	const groups = ["any" as const, ...Stage.options].map((stage) => ({
		title: stage === "any" ? words.site.answers.any_stage : (content.stage(stage, audience)?.title ?? ""),
		list: answers.filter((answer) => answer.stage === stage),
	}));
	return c.html(
		<Layout
			words={words}
			title={words.site.footer.answers}
			demonstration={false}
			indexed
			beside={<Routes words={words} routes={nationalRoutes(c, [], audience)} />}
		>
			<h1>{words.site.footer.answers}</h1>
			<p class="lead">{words.site.answers.lead}</p>
			<ReaderTabs words={words} young={young} path={paths.answers} />
			{groups
				.filter((group) => group.list.length > 0)
				.map((group) => (
					<section class="links">
						<h2>{group.title}</h2>
						<ul>
							{group.list.map(({ id, title }) => (
								<li>
									<a href={paths.answer(id)}>{title}</a>
								</li>
							))}
						</ul>
					</section>
				))}
		</Layout>,
	);
}
