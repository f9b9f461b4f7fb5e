import { Hono } from "hono";
import type { AppEnv } from "#env.ts";
import { paths } from "#pages/paths.ts";
import { DocumentPage } from "#pages/reading/document-page.tsx";
import { nationalRoutes } from "#pages/reading/national-routes.ts";
import { showDocument } from "#services/show-document.ts";

/** The pages about this site, and what stands beside them: privacy, safety, accessibility. */
export const aboutPages = new Hono<AppEnv>().get("/about/:id", (c) => {
	const { content, clock } = c.var.deps;
	const page = content.page(c.req.param("id"));
	if (!page) return c.notFound();
	const shown = showDocument(content, page, clock.now().toISOString().slice(0, 10));
	const young = page.audience === "young_person";
	const others = content.content.pages
		.filter(({ id }) => id !== page.id)
		.map(({ id, title }) => ({ href: paths.page(id), label: title }));
	return c.html(
		<DocumentPage
			words={content.words}
			title={page.title}
			{...shown}
			reviewed={page.reviewed}
			review_by={page.review_by}
			links={{ title: content.words.site.footer.more_about, list: others }}
			routes={nationalRoutes(c, [], young ? "young_person" : "parent")}
			young={young}
		/>,
	);
});
