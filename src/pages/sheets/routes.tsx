import { Hono } from "hono";
import type { Sheet } from "#content/schema.ts";
import type { AppEnv } from "#env.ts";
import { paths } from "#pages/paths.ts";
import { DocumentPage } from "#pages/reading/document-page.tsx";
import { nationalRoutes } from "#pages/reading/national-routes.ts";
import { SheetPage } from "#pages/sheets/sheet-page.tsx";
import { Layout } from "#pages/ui/layout.tsx";
import { Routes } from "#pages/ui/routes.tsx";
import { isPastReview, stub } from "#services/show-document.ts";

/** Sheets to print or to fill in. What is written in them never reaches us: they have no form and no way to be sent. */
export const sheetPages = new Hono<AppEnv>()
	.get("/", (c) => {
		const { content } = c.var.deps;
		const { words } = content;
		const { sheets: say } = words.site;
		const groups = [
			{ title: say.for_parents, list: content.content.sheets.filter((sheet) => !isForYoung(sheet)) },
			{
				title: say.for_young,
				list: content.content.sheets.filter((sheet) => readersOf(sheet).includes("young_person")),
			},
		];
		return c.html(
			<Layout
				words={words}
				title={say.title}
				demonstration={false}
				indexed
				beside={<Routes words={words} routes={nationalRoutes(c)} />}
			>
				<h1>{say.title}</h1>
				<p class="lead">{say.lead}</p>
				{groups.map(({ title, list }) => (
					<section class="links">
						<h2>{title}</h2>
						<ul>
							{list.map((sheet) => (
								<li>
									<a href={paths.sheet(sheet.id)}>{sheet.title}</a>
								</li>
							))}
						</ul>
					</section>
				))}
			</Layout>,
		);
	})
	.get("/:id", (c) => {
		const { content, clock } = c.var.deps;
		const sheet = content.content.sheets.find(({ id }) => id === c.req.param("id"));
		if (!sheet) return c.notFound();
		const reader = isForYoung(sheet) ? "young_person" : "parent";
		const routes = nationalRoutes(c, [], reader);
		if (isPastReview(sheet, clock.now().toISOString().slice(0, 10))) {
			const { title, reviewed, review_by } = sheet;
			const up = { href: paths.sheets(), label: content.words.site.sheets.all };
			const past = { title, up, reviewed, review_by, sources: [], blocks: stub(content) };
			return c.html(<DocumentPage words={content.words} {...past} routes={routes} />);
		}
		return c.html(<SheetPage words={content.words} sheet={sheet} routes={routes} />);
	});

function readersOf(sheet: Sheet): readonly string[] {
	return typeof sheet.for === "string" ? [sheet.for] : sheet.for;
}

function isForYoung(sheet: Sheet): boolean {
	return readersOf(sheet).every((reader) => reader === "young_person");
}
